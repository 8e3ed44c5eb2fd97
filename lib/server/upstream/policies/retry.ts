import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { type DinteroResult, isTransient } from '@/lib/server/upstream/failure'
import type { RetryBudget } from '@/lib/server/upstream/policies/retry-budget'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'

export type RetryOptions = Pick<UpstreamSettings, 'maxAttempts' | 'backoffMs'> & {
  budget: RetryBudget
  /** By `performance.now()`. No wait goes beyond it. */
  deadlineAt: number
  signal?: AbortSignal
}

const maxBackoffMs = 2_000

/** A random time up to a limit that doubles, so that calls that failed together are not retried together ("full jitter"). */
const randomBackoffMs = (backoffMs: number, attempt: number) =>
  Math.random() * Math.min(maxBackoffMs, backoffMs * 2 ** (attempt - 1))

/**
 * Retries a call after transient failures, as long as the deadline and the budget allow, and not before `Retry-After`
 * (RFC 9110, section 10.2.3). Throws the signal's reason when the caller cancels.
 *
 * cockatiel's retry is not used: its wait does not end with the signal, it sends once more after it, and it has no
 * deadline, budget or `Retry-After`.
 */
export async function retry<T>(
  send: (attempt: number) => Promise<DinteroResult<T>>,
  { maxAttempts, backoffMs, budget, deadlineAt, signal }: RetryOptions,
): Promise<DinteroResult<T>> {
  budget.countCall()
  for (let attempt = 1; ; attempt++) {
    const result = await send(attempt)
    if (result.ok || !isTransient(result.failure) || attempt >= maxAttempts) return result
    const retryAfterMs = 'retryAfterSeconds' in result.failure ? (result.failure.retryAfterSeconds ?? 0) * 1000 : 0
    const waitMs = Math.max(retryAfterMs, randomBackoffMs(backoffMs, attempt))
    if (performance.now() + waitMs >= deadlineAt || !budget.takeRetry()) return result
    await wait(waitMs, undefined, { signal }).catch(() => signal?.throwIfAborted())
  }
}
