import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { database } from '@/lib/server/database/open'
import { sessions } from '@/lib/server/database/schema'

/**
 * The rows that decide when a sign-in ends (security: 10 h at most, 60 min without a call). The clock is the database's,
 * one for all processes. All reject where the database cannot be asked.
 */

/** The absolute end of a sign-in. */
export const sessionSeconds = 10 * 60 * 60

const now = sql`now()`
const isAlive = sql<boolean>`${sessions.ended_at} IS NULL
  AND ${sessions.created_at} > now() - make_interval(secs => ${sessionSeconds})
  AND ${sessions.seen_at} > now() - interval '60 minutes'`
/** When it was seen is written once a minute at most, not at every call. */
const isUnwritten = sql<boolean>`${sessions.seen_at} < now() - interval '1 minute'`

/** Begins a session; gives its id. Those that ended by themselves a day ago are forgotten. */
export async function beginSession(email: string): Promise<string> {
  const id = randomUUID()
  await database().delete(sessions).where(sql`${sessions.created_at} < now() - interval '1 day'`)
  await database().insert(sessions).values({ id, email, created_at: now, seen_at: now })
  return id
}

/** Whether a session has not ended; that it was seen keeps it alive. */
export async function isSessionAlive(id: string): Promise<boolean> {
  const [row] = await database().select({ isAlive, isUnwritten }).from(sessions).where(eq(sessions.id, id))
  if (row?.isAlive && row.isUnwritten)
    await database()
      .update(sessions)
      .set({ seen_at: now })
      .where(and(eq(sessions.id, id), isNull(sessions.ended_at)))
  return row?.isAlive ?? false
}

/** Ends one session at once, in every process. */
export async function endSession(id: string): Promise<void> {
  await database()
    .update(sessions)
    .set({ ended_at: now })
    .where(and(eq(sessions.id, id), isNull(sessions.ended_at)))
}
