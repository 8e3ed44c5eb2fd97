import 'server-only'
import { log } from '@/lib/server/log'
import { describeThrown } from '@/lib/server/thrown'

/**
 * Writes one line of the log in place of each problem that a library prints. Next prints paths, ids of server actions and
 * the texts of exceptions as they came, and a stranger can choose each of them.
 */
export function quietConsole(): void {
  for (const level of ['error', 'warn'] as const)
    console[level] = (...reported: unknown[]) => {
      const thrown = reported.find((one) => one instanceof Error)
      log(level, 'a library reported a problem', describeThrown(thrown ?? reported[0]))
    }
}
