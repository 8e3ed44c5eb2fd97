import 'server-only'
import { RecentCounts } from '@/lib/server/upstream/policies/recent-counts'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'

/**
 * How many calls may be sent again: a share of the calls of the last minute, and a few in any case. An upstream that
 * fails is not given a multiple of its usual load; one for the whole process.
 */
export class RetryBudget {
  readonly #settings: Pick<UpstreamSettings, 'retryPercent' | 'retryMinimum'>
  readonly #lastMinute: RecentCounts

  constructor(settings: Pick<UpstreamSettings, 'retryPercent' | 'retryMinimum'>, now?: () => number) {
    this.#settings = settings
    this.#lastMinute = new RecentCounts(60_000, now)
  }

  /** Counts a call that is sent for the first time. */
  count(): void {
    this.#lastMinute.add(1, 0)
  }

  /** Takes one more try, if there is one left. */
  take(): boolean {
    const { all: calls, some: again } = this.#lastMinute.get()
    const { retryPercent, retryMinimum } = this.#settings
    if (again >= Math.max(retryMinimum, (calls * retryPercent) / 100)) return false
    this.#lastMinute.add(0, 1)
    return true
  }
}
