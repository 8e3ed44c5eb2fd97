import 'server-only'
import { type AuditKeys, auditKeys } from '@/lib/server/audit/keys'
import { AuditWriter, type NewAuditEvent } from '@/lib/server/audit/writer'
import { fromDatabase } from '@/lib/server/database/available'
import { openedDatabase } from '@/lib/server/database/open'
import { env } from '@/lib/server/env'
import { metrics } from '@/lib/server/metrics'
import { processSingleton } from '@/lib/server/process-singleton'

/** The audit keys of this server's configuration. */
export const configuredKeys = (): AuditKeys => processSingleton('audit keys', () => auditKeys(env().auditKeys))

/** The only writer of this process: events that wait for a commit are committed together. */
const writer = () => processSingleton('audit writer', () => new AuditWriter(openedDatabase().pool, configuredKeys()))

type SessionEvent = Pick<NewAuditEvent, 'actor' | 'kind' | 'requestId'> & Partial<Pick<NewAuditEvent, 'note'>>

/** Who did something, in which account, by which request. Every `AccountAccess` is one. */
type Actor = { viewer: NewAuditEvent['actor']; account: { id: string }; request: { id: string } }

/** What a person did in an account. What is not given is empty. */
export type AuditEventDetails = Partial<Pick<NewAuditEvent, 'customers' | 'filters' | 'rows' | 'note'>> &
  Pick<NewAuditEvent, 'kind'>

function commit(event: Partial<NewAuditEvent> & SessionEvent): Promise<void> {
  const stopTimer = metrics().auditSeconds.startTimer()
  const whole = { account: null, customers: [], filters: [], rows: null, note: null, ...event }
  return fromDatabase(writer().append(whole)).finally(stopTimer)
}

/**
 * Commits what a signed-in person did in an account. Await it before any data leaves the server. Throws
 * `audit_unavailable` where the event cannot be committed.
 */
export function appendAuditEvent({ viewer, account, request }: Actor, event: AuditEventDetails): Promise<void> {
  return commit({ ...event, actor: viewer, account: account.id, requestId: request.id })
}

/** Commits a sign-in, a sign-out or a refused sign-in, which belong to no account. Throws `audit_unavailable`. */
export function appendSessionEvent(event: SessionEvent): Promise<void> {
  return commit(event)
}
