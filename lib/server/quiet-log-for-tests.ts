import 'server-only'
import { vi } from 'vitest'

/** Silences the log, which would print a line for every call over the network. */
vi.mock('@/lib/server/log', () => ({ log: vi.fn() }))
