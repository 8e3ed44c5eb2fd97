import 'server-only'
import { and, DrizzleQueryError, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { AuditKeys } from '@/lib/server/audit/keys'
import { appendWithin } from '@/lib/server/audit/rows'
import { sessionEndEvent } from '@/lib/server/audit/session-end-event'
import { isAlive } from '@/lib/server/auth/sessions'
import { sessions } from '@/lib/server/database/schema'

/**
 * Ends all sessions of an email, in whatever case it is written, and returns how many there were. Each person has one audit
 * event, in the same transaction: nothing ends that cannot be audited. Rejects when the database refuses.
 */
export async function endSessionsOf(client: pg.Client, keys: AuditKeys, email: string): Promise<number> {
  const work = drizzle(client).transaction(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ ended_at: sql`now()` })
      .where(and(sql`lower(${sessions.email}) = lower(${email})`, isAlive))
      .returning()
    const people = new Map(ended.map((one) => [one.email, one]))
    const events = [...people.values()].map((person) =>
      sessionEndEvent(person, { by: 'command', count: ended.filter((one) => one.email === person.email).length }),
    )
    if (events.length > 0) await appendWithin(client, keys, events)
    return ended.length
  })
  // Drizzle's own error has the statement and the email in its text.
  return work.catch((error: unknown) => Promise.reject(error instanceof DrizzleQueryError ? error.cause : error))
}
