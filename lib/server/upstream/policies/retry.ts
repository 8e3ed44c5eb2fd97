import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { type DinteroResult, mayPass } from '@/lib/server/upstream/failure'
import type { RetryBudget } from '@/lib/server/upstream/policies/retry-budget'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'

export type Persistence = Pick<UpstreamSettings, 'tries' | 'backoffMs'> & {
  budget: RetryBudget
  /** By `performance.now()`: no wait goes beyond it. */
  deadlineAt: number
  signal?: AbortSignal
}

const longestBackoffMs = 2_000

/** Random up to a limit that doubles, so that those who failed together do not come back together ("full jitter"). */
const backoff = (backoffMs: number, tries: number) =>
  Math.random() * Math.min(longestBackoffMs, backoffMs * 2 ** (tries - 1))

/**
 * Sends a call again where that may help: after failures of the way to Dintero, as long as the deadline and the budget
 * allow, and not before a `Retry-After` (RFC 9110, section 10.2.3). Throws the signal's reason once the reader has left.
 *
 * cockatiel's retry is not used: its wait does not end with the signal, it sends once more after it, and it knows of no
 * deadline, budget or `Retry-After`.
 */
export async function persist<T>(
  attempt: (tries: number) => Promise<DinteroResult<T>>,
  { tries: most, backoffMs, budget, deadlineAt, signal }: Persistence,
): Promise<DinteroResult<T>> {
  budget.count()
  for (let tries = 1; ; tries++) {
    const result = await attempt(tries)
    if (result.ok || !mayPass(result.failure) || tries >= most) return result
    const askedMs = 'retryAfterSeconds' in result.failure ? (result.failure.retryAfterSeconds ?? 0) * 1000 : 0
    const waitMs = Math.max(askedMs, backoff(backoffMs, tries))
    if (performance.now() + waitMs >= deadlineAt || !budget.take()) return result
    await wait(waitMs, undefined, { signal }).catch(() => signal?.throwIfAborted())
  }
}
