import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { fromDatabase } from '@/lib/server/database/available'
import { openedDatabase } from '@/lib/server/database/open'
import { env, type Limits } from '@/lib/server/env'
import { ApiFailure } from '@/lib/server/http/api-failure'

/** What is counted, over how many seconds. The counts are in the database: one for all processes. */
const seconds: Record<keyof Limits, number> = {
  personPerMinute: 60,
  accountPerMinute: 60,
  revealsPerHour: 3_600,
  signInsPerName: 900,
  signInsPerAddress: 900,
}

const limiters = new Map<keyof Limits, RateLimiterPostgres>()

function limiterOf(limit: keyof Limits): RateLimiterPostgres {
  let limiter = limiters.get(limit)
  if (!limiter) {
    const points = env().limits[limit]
    limiter = new RateLimiterPostgres({
      storeClient: openedDatabase().pool,
      storeType: 'pool',
      tableName: 'limits',
      tableCreated: true,
      keyPrefix: limit,
      points,
      duration: seconds[limit],
      // Who is over it costs the database nothing more.
      inMemoryBlockOnConsumed: points + 1,
    })
    limiters.set(limit, limiter)
  }
  return limiter
}

const overLimit = (waitMs: number) =>
  new ApiFailure({
    code: 'rate_limited',
    message: 'Too many calls; wait a little.',
    retry_after_seconds: Math.max(1, Math.ceil(waitMs / 1000)),
  })

/** Counts one for `key`. Throws `rate_limited` beyond the limit, with the seconds to wait. */
export async function countAgainst(limit: keyof Limits, key: string): Promise<void> {
  const over = await fromDatabase(
    limiterOf(limit)
      .consume(key)
      .then(
        () => null,
        (refusal: unknown) => {
          if (refusal instanceof RateLimiterRes) return refusal
          throw refusal
        },
      ),
  )
  if (over) throw overLimit(over.msBeforeNext)
}

export type Count = [limit: keyof Limits, key: string]

/** Counts one for `key`, and throws at none: what was counted has been answered. */
export async function countFailure(...count: Count): Promise<void> {
  await countAgainst(...count).catch((thrown: unknown) => {
    if (!(thrown instanceof ApiFailure && thrown.error.code === 'rate_limited')) throw thrown
  })
}

/** Throws `rate_limited` where a count has reached the limit, and counts nothing. */
export async function requireBelow(limit: keyof Limits, key: string): Promise<void> {
  const count = await fromDatabase(limiterOf(limit).get(key))
  if (count && count.remainingPoints <= 0) throw overLimit(count.msBeforeNext)
}

/** Counts a signed-in call: one person cannot starve the others, nor one account. Throws `rate_limited`. */
export async function countCall(email: string, account: string): Promise<void> {
  await Promise.all([countAgainst('personPerMinute', email), countAgainst('accountPerMinute', account)])
}
