import 'server-only'

/** The window is made of so many buckets, and moves by one of them at a time. */
const bucketCount = 30

type Bucket = { at: number; all: number; some: number }

/** Counts calls over the last `windowMs`: all of them, and some of them. Adding is cheap, because every call does it. */
export class RecentCounts {
  readonly #bucketMs: number
  readonly #now: () => number
  readonly #buckets: Bucket[] = Array.from({ length: bucketCount }, () => ({
    at: Number.NEGATIVE_INFINITY,
    all: 0,
    some: 0,
  }))

  constructor(windowMs: number, now: () => number = performance.now.bind(performance)) {
    this.#bucketMs = windowMs / bucketCount
    this.#now = now
  }

  add(all: number, some: number): void {
    const at = Math.floor(this.#now() / this.#bucketMs)
    const bucket = this.#buckets[at % bucketCount]
    if (!bucket) return
    if (bucket.at !== at) Object.assign(bucket, { at, all: 0, some: 0 })
    bucket.all += all
    bucket.some += some
  }

  get(): { all: number; some: number } {
    const now = Math.floor(this.#now() / this.#bucketMs)
    const recent = this.#buckets.filter(({ at }) => at > now - bucketCount && at <= now)
    return {
      all: recent.reduce((sum, bucket) => sum + bucket.all, 0),
      some: recent.reduce((sum, bucket) => sum + bucket.some, 0),
    }
  }

  clear(): void {
    for (const bucket of this.#buckets) bucket.at = Number.NEGATIVE_INFINITY
  }
}
