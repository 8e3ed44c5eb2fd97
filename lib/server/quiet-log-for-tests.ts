import 'server-only'
import { vi } from 'vitest'

/** A line for each call over the wire is of use to who runs the server, and not to who runs the tests. */
vi.mock('@/lib/server/log', () => ({ log: vi.fn() }))
