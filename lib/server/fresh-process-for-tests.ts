import 'server-only'
import { vi } from 'vitest'

/**
 * Test files of the server share a process, since loading the packages takes longer than most of them. Each begins as if the
 * process were new: with fresh modules, nothing that lives once in a process, and the environment and clock of the machine.
 */
vi.resetModules()
vi.unstubAllEnvs()
vi.unstubAllGlobals()
vi.useRealTimers()
for (const key of Object.getOwnPropertySymbols(globalThis))
  if (Symbol.keyFor(key)?.startsWith('customer-desk ')) Reflect.deleteProperty(globalThis, key)
