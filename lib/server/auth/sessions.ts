import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '@/lib/access'
import type { Device } from '@/lib/server/auth/signed-in-here/device'
import { database } from '@/lib/server/database/open'
import { sessions } from '@/lib/server/database/schema'
import { env } from '@/lib/server/env'

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
/** The condition of a session that has not ended. */
export const isAlive = sql<boolean>`${sessions.ended_at} IS NULL
  AND ${sessions.created_at} > now() - make_interval(secs => ${sessionSeconds})
  AND ${sessions.seen_at} > now() - interval '60 minutes'`
/** `seen_at` is updated once a minute at most, not at every request. */
const isSeenOutdated = sql<boolean>`${sessions.seen_at} < now() - interval '1 minute'`

/** Claims are read again after 15 minutes, where the provider has given something to read them by. */
export const areClaimsOutdated = sql<boolean>`(${sessions.refresh_token} IS NOT NULL
  AND ${sessions.claims_read_at} < now() - interval '15 minutes')`

const aliveOf = (email: string) => and(eq(sessions.email, email), isAlive)
const byLastUse = [desc(sessions.seen_at), desc(sessions.created_at), sessions.id]

/** How somebody has signed in: on which device, and by what their claims can be read again, encrypted. */
export type Means = Device & { refreshToken?: string | null }

const unknownMeans: Means = { browser: null, system: null }

/**
 * Begins a session. What the provider says of the person now is true for their other sessions as well. Where the person then
 * has more sessions than `LIMIT_SESSIONS_PER_PERSON`, those that were unused longest end; their ids are returned in `ended`.
 * Sessions that began more than a day ago are deleted.
 */
export async function beginSession(
  { email, name, role, accounts }: Person,
  { browser, system, refreshToken = null }: Means = unknownMeans,
): Promise<{ id: string; ended: string[] }> {
  const id = randomUUID()
  await database().delete(sessions).where(sql`${sessions.created_at} < now() - interval '1 day'`)
  return database().transaction(async (tx) => {
    // Without the lock, sign-ins at the same time would each find the same room.
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('sessions of a person'), hashtext(${email}))`)
    await tx
      .update(sessions)
      .set({ role, accounts })
      .where(and(eq(sessions.email, email), isNull(sessions.ended_at)))
    const beyond = tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(aliveOf(email))
      .orderBy(...byLastUse)
      .offset(env().sessionsPerPerson - 1)
    const ended = await tx
      .update(sessions)
      .set({ ended_at: now })
      .where(and(inArray(sessions.id, beyond), isNull(sessions.ended_at)))
      .returning({ id: sessions.id })
    await tx.insert(sessions).values({
      ...{ id, email, name, role, accounts, browser, system, refresh_token: refreshToken },
      ...{ created_at: now, seen_at: now, claims_read_at: now },
    })
    return { id, ended: ended.map((one) => one.id) }
  })
}

/** The sessions of a person that have not ended, the one that was used last first. */
export async function findSessionsOf(email: string): Promise<(typeof sessions.$inferSelect)[]> {
  return database()
    .select()
    .from(sessions)
    .where(aliveOf(email))
    .orderBy(...byLastUse)
}

/**
 * The person of a session, with the role and the accounts that they have now, and whether their claims are to be read again;
 * null where it has ended. Reading it counts as activity and keeps the session alive.
 */
export async function readSession(id: string): Promise<{ person: Person; areClaimsOutdated: boolean } | null> {
  const { email, name, role, accounts } = sessions
  const columns = { email, name, role, accounts, isAlive, isSeenOutdated, areClaimsOutdated }
  const [row] = await database().select(columns).from(sessions).where(eq(sessions.id, id))
  if (!row?.isAlive) return null
  if (row.isSeenOutdated)
    await database()
      .update(sessions)
      .set({ seen_at: now })
      .where(and(eq(sessions.id, id), isNull(sessions.ended_at)))
  const { data: person } = personSchema.safeParse(row)
  return person ? { person, areClaimsOutdated: row.areClaimsOutdated } : null
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
