import 'server-only'
import { randomUUID } from 'node:crypto'
import { appendSessionEvents, type SessionEvent } from '@/lib/server/audit/append'
import { sessionEndEvent } from '@/lib/server/audit/session-end-event'
import { beginSession, endSession, type Means, type Person, resumeSession } from '@/lib/server/auth/sessions'
import { fromDatabase } from '@/lib/server/database/available'

/** Sessions that begin and end together with their audit events. Each function throws `audit_unavailable`. */

const toEvent = (kind: 'sign_in' | 'sign_out', { email, name, role }: Person): SessionEvent => ({
  kind,
  actor: { email, name, role },
  requestId: randomUUID(),
})

/** Runs `undo` where the events cannot be committed. The database may be gone by then, which changes no answer. */
async function appendOr(events: SessionEvent[], undo: () => Promise<unknown>): Promise<void> {
  try {
    await appendSessionEvents(events)
  } catch (thrown) {
    await undo().catch(() => {})
    throw thrown
  }
}

/**
 * Begins a session and audits the sign-in, and the end of the sessions that it leaves no room for. A session whose sign-in
 * cannot be audited is ended, nobody gets its id, and the others go on.
 */
export async function beginAuditedSession(person: Person, means: Means): Promise<string> {
  const { id, ended } = await fromDatabase(beginSession(person, means))
  const ends = ended.length > 0 ? [sessionEndEvent(person, { by: 'limit', count: ended.length })] : []
  await appendOr([toEvent('sign_in', person), ...ends], async () => {
    await endSession(id)
    await Promise.all(ended.map(resumeSession))
  })
  return id
}

/** Ends a session and audits the sign-out. A session whose sign-out cannot be audited goes on. */
export async function endAuditedSession(sid: string): Promise<void> {
  const person = await fromDatabase(endSession(sid))
  if (person) await appendOr([toEvent('sign_out', person)], () => resumeSession(sid))
}

/** Ends a session for a reason other than a sign-out, and audits it. One whose end cannot be audited goes on. */
export async function endAuditedSessionBy(by: 'elsewhere' | 'provider', sid: string): Promise<void> {
  const person = await fromDatabase(endSession(sid))
  if (person) await appendOr([sessionEndEvent(person, { by, count: 1 })], () => resumeSession(sid))
}
