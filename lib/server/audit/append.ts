import 'server-only'
import { drizzle } from 'drizzle-orm/node-postgres'
import { toStoredFacts } from '@/lib/audit/event-facts'
import type { Site } from '@/lib/audit/sites'
import { type AuditKeys, auditKeys } from '@/lib/server/audit/keys'
import { appendWithin, type NewAuditEvent } from '@/lib/server/audit/rows'
import { countUse } from '@/lib/server/audit/watch/count-use'
import { toUse } from '@/lib/server/audit/watch/measure'
import { AuditWriter } from '@/lib/server/audit/writer'
import { fromDatabase } from '@/lib/server/database/available'
import { type Database, openedDatabase } from '@/lib/server/database/open'
import { env } from '@/lib/server/env'
import { metrics } from '@/lib/server/metrics'
import { processSingleton } from '@/lib/server/process-singleton'

/** The audit keys of this server's configuration. */
export const configuredKeys = (): AuditKeys => processSingleton('audit keys', () => auditKeys(env().auditKeys))

/** The only writer of this process: events that wait for a commit are committed together. */
const writer = () => processSingleton('audit writer', () => new AuditWriter(openedDatabase().pool, configuredKeys()))

/** A sign-in, a sign-out, a refused sign-in or the end of sessions. What is not given is empty. */
export type SessionEvent = Pick<NewAuditEvent, 'actor' | 'kind' | 'requestId'> & Partial<NewAuditEvent>

/** Who did something, in which account, by which request. Every `AccountAccess` is one. */
type Actor = { viewer: NewAuditEvent['actor']; account: { id: string }; request: { id: string; site: Site | null } }

/** What a person did in an account. What is not given is empty. */
export type AuditEventDetails = Partial<Pick<NewAuditEvent, 'customers' | 'filters' | 'rows' | 'note'>> &
  Pick<NewAuditEvent, 'kind'>

const toWhole = (event: SessionEvent): NewAuditEvent => ({
  ...{ account: null, customers: [], filters: [], rows: null, note: null },
  ...event,
})

function commit(...events: SessionEvent[]): Promise<void> {
  const stopTimer = metrics().auditSeconds.startTimer()
  return fromDatabase(writer().append(...events.map(toWhole))).finally(stopTimer)
}

/** A request of our own pages is the usual case, and is noted where a record is opened. */
const notedSite = (site: Site | null, { kind }: AuditEventDetails) =>
  kind === 'open' || site !== 'same-origin' ? site : null

async function toEvent(actor: Actor, event: AuditEventDetails): Promise<NewAuditEvent> {
  const { viewer, account, request } = actor
  const unusual = await countUse(actor, toUse(event, account.id, request.id))
  const facts = toStoredFacts({ site: notedSite(request.site, event), unusual })
  const filters = [...(event.filters ?? []), ...facts]
  return toWhole({ ...event, filters, actor: viewer, account: account.id, requestId: request.id })
}

/**
 * Commits what a signed-in person did in an account, with the site that caused it, and a mark where the person did it
 * unusually often. Await it before any data leaves the server. Throws `audit_unavailable` where the event cannot be
 * committed.
 */
export async function appendAuditEvent(actor: Actor, event: AuditEventDetails): Promise<void> {
  await commit(await toEvent(actor, event))
}

/**
 * Commits such an event together with what `work` writes, in one transaction: a process that dies leaves both or neither. Where
 * `work` returns null it has written nothing, and there is no event. Throws `audit_unavailable`.
 */
export async function appendAuditEventWith<T>(
  actor: Actor,
  event: AuditEventDetails,
  work: (transaction: Database) => Promise<T | null>,
): Promise<T | null> {
  const whole = await toEvent(actor, event)
  const run = async () => {
    const client = await openedDatabase().pool.connect()
    try {
      return await drizzle(client).transaction(async (transaction) => {
        const written = await work(transaction)
        // The end of the chain is locked last, since everybody waits for it.
        if (written !== null) await appendWithin(client, configuredKeys(), [whole])
        return written
      })
    } finally {
      client.release()
    }
  }
  return fromDatabase(run())
}

/** Commits reads that were counted together. Throws `audit_unavailable`. */
export function appendGroup(event: NewAuditEvent): Promise<void> {
  return commit(event)
}

/** Commits events of sessions, which belong to no account: all of them, or none. Throws `audit_unavailable`. */
export function appendSessionEvents(events: SessionEvent[]): Promise<void> {
  return commit(...events)
}
