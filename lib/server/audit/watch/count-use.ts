import 'server-only'
import type { EventFacts } from '@/lib/audit/facts-schema'
import { storable } from '@/lib/server/audit/rows'
import type { Use } from '@/lib/server/audit/watch/measure'
import { fromDatabase } from '@/lib/server/database/available'
import { openedDatabase } from '@/lib/server/database/open'
import { env } from '@/lib/server/env'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { log } from '@/lib/server/log'
import { metrics } from '@/lib/server/metrics'

/** Detection: how often a person did something within the last hour, in all processes together. */

type Person = { viewer: { email: string }; account: { id: string }; request: { id: string } }

/** More than that is not counted, so that a count stays cheap. */
const most = 10_000

const note = `WITH noted AS (
    INSERT INTO uses VALUES ($1, $2, $3, now()) ON CONFLICT (person, measure, subject) DO UPDATE SET at = excluded.at
  )
  SELECT count(*)::int + 1 AS count FROM (
    SELECT 1 FROM uses
    WHERE person = $1 AND measure = $2 AND subject <> $3 AND at > now() - interval '1 hour' LIMIT ${most}
  ) AS others`

/**
 * Counts a use, and returns the count where it is over the bound of its measure. The first one over it is logged, without
 * the person. Throws `audit_unavailable`.
 */
export async function countUse({ viewer, account, request }: Person, use: Use | null): Promise<EventFacts['unusual']> {
  const bound = use ? env().unusualPerHour[use.measure] : 0
  if (!use || bound === 0) return null
  const { measure, subject } = use
  const values = [storable(viewer.email), measure, storable(subject)]
  const { rows } = await fromDatabase(
    openedDatabase().pool.query<{ count: number }>({ name: 'note use', text: note, values }),
  )
  const count = rows[0]?.count ?? 0
  if (count <= bound) return null
  metrics().unusual.inc({ account: account.id, measure })
  if (count === bound + 1) log('warn', 'unusual use', { request_id: request.id, account: account.id, event: measure })
  return { measure, count }
}

const pauseSeconds = 300

/**
 * Throws `rate_limited` for some minutes after a person's exact guesses that found nobody were more than the bound. The
 * caller calls it before an exact search alone.
 */
export async function requireNoPause({ viewer }: Person): Promise<void> {
  const bound = env().unusualPerHour.guesses
  if (bound === 0) return
  const { rows } = await fromDatabase(
    openedDatabase().pool.query<{ count: number; seconds: number | null }>(
      `SELECT count(*)::int AS count, extract(epoch FROM now() - max(at))::float8 AS seconds FROM uses
       WHERE person = $1 AND measure = 'guesses' AND at > now() - interval '1 hour'`,
      [storable(viewer.email)],
    ),
  )
  const [{ count, seconds } = { count: 0, seconds: null }] = rows
  if (count <= bound || seconds === null || seconds >= pauseSeconds) return
  throw new ApiFailure({
    code: 'rate_limited',
    message: 'Too many exact searches found nobody; wait before the next one.',
    retry_after_seconds: Math.ceil(pauseSeconds - seconds),
  })
}
