import 'server-only'
import { type AuditKeys, auditKeys } from '@/lib/server/audit/keys'
import { ActivityWriter, type NewEvent } from '@/lib/server/audit/writer'
import { fromDatabase } from '@/lib/server/database/available'
import { openedDatabase } from '@/lib/server/database/open'
import { env } from '@/lib/server/env'
import { metrics } from '@/lib/server/metrics'
import { onceAProcess } from '@/lib/server/once-a-process'

/** The keys of this server's configuration. */
export const configuredKeys = (): AuditKeys => onceAProcess('audit keys', () => auditKeys(env().auditKeys))

/** The one writer of this process: what waits for a commit is committed together. */
const writer = () => onceAProcess('activity writer', () => new ActivityWriter(openedDatabase().pool, configuredKeys()))

/** Commits an event of anybody's. Throws `audit_unavailable` where it cannot. */
export function recordEvent(event: Partial<NewEvent> & Pick<NewEvent, 'actor' | 'kind' | 'requestId'>): Promise<void> {
  const tell = metrics().auditSeconds.startTimer()
  const whole = { account: null, customers: [], filters: [], rows: null, note: null, ...event }
  return fromDatabase(writer().append(whole)).finally(tell)
}

export type What = Partial<Pick<NewEvent, 'customers' | 'filters' | 'rows' | 'note'>> & Pick<NewEvent, 'kind'>

/** Who did something, where, by which request: an `AccountAccess` is one. */
type Doing = { viewer: NewEvent['actor']; account: { id: string }; request: { id: string } }

/** Commits what a signed-in person did in an account: before anything of it leaves. Throws `audit_unavailable`. */
export function record({ viewer, account, request }: Doing, what: What): Promise<void> {
  return recordEvent({ ...what, actor: viewer, account: account.id, requestId: request.id })
}
