import 'server-only'
import { RecentCounts } from '@/lib/server/upstream/policies/recent-counts'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'

/**
 * Limits retries to a share of the calls of the last minute, with a small minimum, so that a failing upstream does not get
 * a multiple of its usual load. One budget serves the whole process.
 */
export class RetryBudget {
  readonly #settings: Pick<UpstreamSettings, 'retryPercent' | 'retryMinimum'>
  readonly #lastMinute: RecentCounts

  constructor(settings: Pick<UpstreamSettings, 'retryPercent' | 'retryMinimum'>, now?: () => number) {
    this.#settings = settings
    this.#lastMinute = new RecentCounts(60_000, now)
  }

  /** Counts a call that is sent for the first time. */
  countCall(): void {
    this.#lastMinute.add(1, 0)
  }

  /** Takes one retry, if there is one left. */
  takeRetry(): boolean {
    const { all: calls, some: retries } = this.#lastMinute.get()
    const { retryPercent, retryMinimum } = this.#settings
    if (retries >= Math.max(retryMinimum, (calls * retryPercent) / 100)) return false
    this.#lastMinute.add(0, 1)
    return true
  }
}
