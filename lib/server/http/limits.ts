import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { fromDatabase } from '@/lib/server/database/available'
import { openedDatabase } from '@/lib/server/database/open'
import { env, type Limits } from '@/lib/server/env'
import { ApiFailure } from '@/lib/server/http/api-failure'

/** The window of each limit, in seconds. The counts are in the database, so that all processes share them. */
const windowSeconds: Record<keyof Limits, number> = {
  personPerMinute: 60,
  accountPerMinute: 60,
  revealsPerHour: 3_600,
  dossiersPerHour: 3_600,
  exactSearchesPerHour: 3_600,
  signInsPerName: 900,
  signInsPerIp: 900,
}

/** Counts from which something is given back: one that is refused in memory until its window ends could not be. */
const isGivenBack = (limit: keyof Limits) => limit === 'signInsPerName' || limit === 'signInsPerIp'

const limiters = new Map<keyof Limits, RateLimiterPostgres>()

function limiterFor(limit: keyof Limits): RateLimiterPostgres {
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
      duration: windowSeconds[limit],
      // Beyond the limit, further calls are refused in memory and cost the database nothing.
      inMemoryBlockOnConsumed: isGivenBack(limit) ? undefined : points + 1,
    })
    limiters.set(limit, limiter)
  }
  return limiter
}

const rateLimited = (waitMs: number) =>
  new ApiFailure({
    code: 'rate_limited',
    message: 'Too many calls; wait a little.',
    retry_after_seconds: Math.max(1, Math.ceil(waitMs / 1000)),
  })

/** Adds one to the count of `key`. Throws `rate_limited` beyond the limit, with the seconds to wait. */
export async function countAgainst(limit: keyof Limits, key: string): Promise<void> {
  const refusal = await fromDatabase(
    limiterFor(limit)
      .consume(key)
      .then(
        () => null,
        (rejection: unknown) => {
          if (rejection instanceof RateLimiterRes) return rejection
          throw rejection
        },
      ),
  )
  if (refusal) throw rateLimited(refusal.msBeforeNext)
}

/** Takes back what `countAgainst` has added, for what turned out not to count. */
export async function giveBack(limit: keyof Limits, key: string): Promise<void> {
  await fromDatabase(limiterFor(limit).reward(key))
}
