import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { database } from '@/lib/server/database/open'
import { sessions } from '@/lib/server/database/schema'

/**
 * The session rows, which decide when a sign-in ends: after 10 hours, or after 60 minutes without a request. All processes
 * share the clock of the database. Every function rejects when the database does not answer.
 */

/** The longest life of a session. */
export const sessionSeconds = 10 * 60 * 60

const now = sql`now()`
const isAlive = sql<boolean>`${sessions.ended_at} IS NULL
  AND ${sessions.created_at} > now() - make_interval(secs => ${sessionSeconds})
  AND ${sessions.seen_at} > now() - interval '60 minutes'`
/** `seen_at` is updated once a minute at most, not at every request. */
const isSeenOutdated = sql<boolean>`${sessions.seen_at} < now() - interval '1 minute'`

/** Begins a session and returns its id. Sessions that began more than a day ago are deleted. */
export async function beginSession(email: string): Promise<string> {
  const id = randomUUID()
  await database().delete(sessions).where(sql`${sessions.created_at} < now() - interval '1 day'`)
  await database().insert(sessions).values({ id, email, created_at: now, seen_at: now })
  return id
}

/** Whether a session has not ended. The check itself counts as activity and keeps the session alive. */
export async function isSessionAlive(id: string): Promise<boolean> {
  const [row] = await database().select({ isAlive, isSeenOutdated }).from(sessions).where(eq(sessions.id, id))
  if (row?.isAlive && row.isSeenOutdated)
    await database()
      .update(sessions)
      .set({ seen_at: now })
      .where(and(eq(sessions.id, id), isNull(sessions.ended_at)))
  return row?.isAlive ?? false
}

/** Ends a session at once, for every process. */
export async function endSession(id: string): Promise<void> {
  await database()
    .update(sessions)
    .set({ ended_at: now })
    .where(and(eq(sessions.id, id), isNull(sessions.ended_at)))
}

/** Lets a session go on that has ended. */
export async function resumeSession(id: string): Promise<void> {
  await database().update(sessions).set({ ended_at: null }).where(eq(sessions.id, id))
}
