import 'server-only'
import { randomUUID } from 'node:crypto'
import { appendSessionEvent } from '@/lib/server/audit/append'
import { beginSession, endSession, type Person, resumeSession } from '@/lib/server/auth/sessions'
import { fromDatabase } from '@/lib/server/database/available'

/** Sessions that begin and end together with their audit event. Both functions throw `audit_unavailable`. */

const toEvent = (kind: 'sign_in' | 'sign_out', { email, name, role }: Person) => ({
  kind,
  actor: { email, name, role },
  requestId: randomUUID(),
})

/** Runs `undo` where the event cannot be committed. The database may be gone by then, which changes no answer. */
async function appendOr(event: ReturnType<typeof toEvent>, undo: () => Promise<unknown>): Promise<void> {
  try {
    await appendSessionEvent(event)
  } catch (thrown) {
    await undo().catch(() => {})
    throw thrown
  }
}

/** Begins a session and audits the sign-in. A session whose sign-in cannot be audited is ended, and nobody gets its id. */
export async function beginAuditedSession(person: Person): Promise<string> {
  const sid = await fromDatabase(beginSession(person))
  await appendOr(toEvent('sign_in', person), () => endSession(sid))
  return sid
}

/** Ends a session and audits the sign-out. A session whose sign-out cannot be audited goes on. */
export async function endAuditedSession(sid: string): Promise<void> {
  const person = await fromDatabase(endSession(sid))
  if (person) await appendOr(toEvent('sign_out', person), () => resumeSession(sid))
}
