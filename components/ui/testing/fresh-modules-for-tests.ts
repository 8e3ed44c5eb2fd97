import { vi } from 'vitest'

/** Test files of components share a process, since a process for each takes longer than its tests; each begins with fresh modules. */
vi.resetModules()
