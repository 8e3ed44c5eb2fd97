import 'server-only'
import { type ActivityFilters, type ActivityQuery, mostCounted } from '@/lib/audit/activity-query'
import type { ActivityPage } from '@/lib/audit/audit-event'
import { appendAuditEvent, configuredKeys } from '@/lib/server/audit/append'
import { formatEventsCsv } from '@/lib/server/audit/csv'
import { countEvents, findEvents } from '@/lib/server/audit/events'
import { toAuditFilters } from '@/lib/server/audit/filters'
import { findListedEvents } from '@/lib/server/audit/listed-events'
import { flushGroups } from '@/lib/server/audit/watch/groups'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { fromDatabase } from '@/lib/server/database/available'
import { database } from '@/lib/server/database/open'
import { auditChecks } from '@/lib/server/database/schema'
import { FairQueue } from '@/lib/server/fair-queue'
import { Attachment } from '@/lib/server/http/attachment'
import { csvContentType, type SpreadsheetPlace } from '@/lib/server/spreadsheet/csv'

/** The only functions by which audit events leave the server. Both are audited themselves before anything is sent. */

const pageRows = 50
/** An export holds the newest events only, so that a spreadsheet can still open the file. */
const maxExportedRows = 100_000
const chunkRows = 100
/** One chunk is read at a time in a process, with a pause as long after it, and people take turns: others go on undelayed. */
const chunkTurns = new FairQueue(() => 1, 1_000)
const maxTurnWaitMs = 60_000

const toFilters = ({ account }: AccountAccess, { person, customer, kind, from, until }: ActivityFilters) =>
  toAuditFilters(configuredKeys(), account.id, { person, customer, kind, from, until })

/** One page of the events of an account and of all sign-ins, newest first. Throws `ApiFailure`. */
export async function readAuditEvents(access: AccountAccess, query: ActivityQuery): Promise<ActivityPage> {
  requirePermission(access.viewer, 'activity:read')
  await flushGroups(true)
  const [found, total, checks] = await fromDatabase(
    Promise.all([
      findListedEvents(database(), access.account.id, query, pageRows + 1),
      countEvents(database(), access.account.id, query, mostCounted + 1),
      database().select().from(auditChecks).limit(1),
    ]),
  )
  const events = found.slice(0, pageRows)
  const last = events.at(-1)
  const rows = events.reduce((sum, { sections }) => sum + 1 + sections.length, 0)
  await appendAuditEvent(access, { kind: 'activity', filters: toFilters(access, query), rows })
  const [check] = checks
  return {
    events,
    total,
    next: found.length > pageRows && last ? { before: last.id } : null,
    checked: check ? { at: check.at.toISOString(), unbroken: check.unbroken, checkpoint: check.checkpoint } : null,
  }
}

/** All matching events as a CSV file, which is read and sent in small chunks. Throws `ApiFailure` before it begins. */
export async function exportAuditEvents(
  access: AccountAccess,
  filters: ActivityFilters,
  place: SpreadsheetPlace,
): Promise<Attachment> {
  requirePermission(access.viewer, 'activity:read')
  await flushGroups(true)
  const account = access.account.id
  const [[newest], rows] = await fromDatabase(
    Promise.all([
      findEvents(database(), account, { ...filters, before: null }, 1),
      countEvents(database(), account, filters, maxExportedRows),
    ]),
  )
  await appendAuditEvent(access, {
    kind: 'export',
    filters: toFilters(access, filters),
    rows,
    note: `CSV, ${rows} rows`,
  })

  // Events that are appended meanwhile, such as that of this export, are newer than those that were counted.
  async function* pages(before = (newest?.id ?? 0) + 1, left = rows) {
    while (left > 0) {
      await chunkTurns.acquire(access.viewer.email, maxTurnWaitMs)
      const chunk = findEvents(database(), account, { ...filters, before }, Math.min(left, chunkRows))
      const startedAt = performance.now()
      const events = await chunk.finally(() => setTimeout(() => chunkTurns.release(), performance.now() - startedAt))
      const last = events.at(-1)
      if (!last) return
      yield events
      before = last.id
      left -= events.length
    }
  }
  return new Attachment(`activity-${account}.csv`, csvContentType, formatEventsCsv(pages(), place))
}
