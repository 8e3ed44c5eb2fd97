import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '@/lib/access'
import { database } from '@/lib/server/database/open'
import { sessions } from '@/lib/server/database/schema'

/**
 * The session rows, which decide what a signed-in person may do, and when the session ends: after 10 hours, or after 60
 * minutes without a request. All processes share the clock of the database. Every function rejects when the database does
 * not answer.
 */

/** A person as the providers return them at sign-in, and as a session row holds them. */
export const personSchema = z.object({
  email: z.string(),
  name: z.string(),
  role: z.enum(roles).nullable(),
  accounts: z.array(z.string()),
})
export type Person = z.infer<typeof personSchema>

/** The longest life of a session. */
export const sessionSeconds = 10 * 60 * 60

const now = sql`now()`
const isAlive = sql<boolean>`${sessions.ended_at} IS NULL
  AND ${sessions.created_at} > now() - make_interval(secs => ${sessionSeconds})
  AND ${sessions.seen_at} > now() - interval '60 minutes'`
/** `seen_at` is updated once a minute at most, not at every request. */
const isSeenOutdated = sql<boolean>`${sessions.seen_at} < now() - interval '1 minute'`

/**
 * Begins a session and returns its id. What the provider says of the person now is true for their other sessions as well.
 * Sessions that began more than a day ago are deleted.
 */
export async function beginSession({ email, name, role, accounts }: Person): Promise<string> {
  const id = randomUUID()
  await database().delete(sessions).where(sql`${sessions.created_at} < now() - interval '1 day'`)
  await database()
    .update(sessions)
    .set({ role, accounts })
    .where(and(eq(sessions.email, email), isNull(sessions.ended_at)))
  await database().insert(sessions).values({ id, email, name, role, accounts, created_at: now, seen_at: now })
  return id
}

/**
 * The person of a session, with the role and the accounts that they have now, or null where it has ended. Reading it counts
 * as activity and keeps the session alive.
 */
export async function readSession(id: string): Promise<Person | null> {
  const { email, name, role, accounts } = sessions
  const columns = { email, name, role, accounts, isAlive, isSeenOutdated }
  const [row] = await database().select(columns).from(sessions).where(eq(sessions.id, id))
  if (!row?.isAlive) return null
  if (row.isSeenOutdated)
    await database()
      .update(sessions)
      .set({ seen_at: now })
      .where(and(eq(sessions.id, id), isNull(sessions.ended_at)))
  return personSchema.safeParse(row).data ?? null
}

/** Ends a session at once, for every process. Returns whose it was, or null where it had ended before. */
export async function endSession(id: string): Promise<Person | null> {
  const [row] = await database()
    .update(sessions)
    .set({ ended_at: now })
    .where(and(eq(sessions.id, id), isNull(sessions.ended_at)))
    .returning()
  return personSchema.safeParse(row).data ?? null
}

/** Lets a session go on that has ended. */
export async function resumeSession(id: string): Promise<void> {
  await database().update(sessions).set({ ended_at: null }).where(eq(sessions.id, id))
}
