import 'server-only'
import { and, eq, or, sql } from 'drizzle-orm'
import { columnHead } from '@/lib/customers/columns/column-cell'
import { parseCustomerQuery } from '@/lib/customers/filters/parse-customer-query'
import { messagesFor } from '@/lib/messages/catalogue'
import { appendAuditEvent } from '@/lib/server/audit/append'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { exportFilters } from '@/lib/server/customers/export/export-filters'
import { isOwn, noSuchExport } from '@/lib/server/customers/export/own-exports'
import { type Cells, openCells, openRequest, type StoredRequest, Unopened } from '@/lib/server/customers/export/sealed'
import { type ExportRow, stopExport } from '@/lib/server/customers/export/turns'
import { fromDatabase } from '@/lib/server/database/available'
import { database } from '@/lib/server/database/open'
import { customerExports, exportPages } from '@/lib/server/database/schema'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { Attachment } from '@/lib/server/http/attachment'
import { strictQuery } from '@/lib/server/http/query'
import { csvContentType, formatCsv } from '@/lib/server/spreadsheet/csv'
import { formatXlsx, xlsxContentType } from '@/lib/server/spreadsheet/xlsx'

/** How many pages are sent, and named in one audit event, at a time: a thousand customers. */
const pagesAtOnce = 10

/** Takes an export that is ready, so that nobody else does. One whose sending has ended without a word is ready again. */
async function takeReady(access: AccountAccess, id: string): Promise<ExportRow> {
  const isReady = or(
    eq(customerExports.state, 'ready'),
    and(eq(customerExports.state, 'sending'), sql`${customerExports.lease_until} < now()`),
  )
  const [taken] = await fromDatabase(
    database()
      .update(customerExports)
      .set({ state: 'sending', lease_until: sql`now() + interval '10 minutes'` })
      .where(and(isOwn(access, id), isReady, sql`${customerExports.expires_at} > now()`))
      .returning(),
  )
  if (!taken) throw noSuchExport()
  return taken
}

/** The rows of an export, a thousand at a time, each time after an audit event with the ids of those customers. */
async function* auditedRows(access: AccountAccess, row: ExportRow, request: StoredRequest): AsyncGenerator<Cells> {
  const query = strictQuery(parseCustomerQuery, new URLSearchParams(request.query))
  let sent = 0
  for (let page = 0; page < row.pages; page += pagesAtOnce) {
    const pages = await fromDatabase(
      database()
        .select()
        .from(exportPages)
        .where(
          and(
            eq(exportPages.export_id, row.id),
            sql`${exportPages.page} BETWEEN ${page} AND ${page + pagesAtOnce - 1}`,
          ),
        )
        .orderBy(exportPages.page),
    )
    // Somebody has removed it meanwhile, and a part must not look like the whole.
    if (pages.length < Math.min(pagesAtOnce, row.pages - page)) throw noSuchExport()
    const opened = await Promise.all(pages.map((one) => openCells(row.id, one.page, one.cells)))
    const cells = opened.flat()
    const part = cells.length === 0 ? '0' : `${sent + 1}–${sent + cells.length}`
    const what = { columns: request.columns, format: row.format }
    await appendAuditEvent(access, {
      kind: 'export',
      customers: pages.flatMap(({ customers }) => customers),
      filters: exportFilters(access, query, what, `${part} / ${row.rows}`),
      rows: cells.length,
      note: request.reason,
    })
    sent += cells.length
    yield cells
  }
}

const isReadyAgain = { state: 'ready', lease_until: null } as const

/** Removes an export once all of it is sent; where the connection broke before, it is ready again. */
async function* untilSent<T>({ id }: ExportRow, chunks: AsyncGenerator<T>): AsyncGenerator<T> {
  const own = eq(customerExports.id, id)
  let isSent = false
  try {
    yield* chunks
    isSent = true
  } finally {
    await fromDatabase<unknown>(
      isSent
        ? database().delete(customerExports).where(own)
        : database().update(customerExports).set(isReadyAgain).where(own),
    )
  }
}

/** The same values, of which the first is there already: what fails with it fails before an answer begins. */
async function begun<T>(values: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await values.next()
  return (async function* () {
    if (!first.done) yield first.value
    yield* values
  })()
}

/**
 * The file of an export, for the person who has begun it and in the same role, once: all of it is audited before it leaves,
 * and removed when it has left. Throws `ApiFailure`: `not_found` where it is not ready.
 */
export async function sendExport(access: AccountAccess, id: string): Promise<Attachment> {
  requirePermission(access.viewer, 'customers:export')
  const row = await takeReady(access, id)
  if (row.role !== access.viewer.role) {
    await fromDatabase(stopExport(id, 'not_allowed'))
    throw new ApiFailure({ code: 'forbidden', message: 'This export was made in another role.' })
  }
  try {
    const request = await openRequest(id, row.request)
    const t = messagesFor(request.locale)
    const header = request.columns.map((column) => columnHead(column, { t, zone: request.zone }))
    const rows = await begun(auditedRows(access, row, request))
    const name = `customers-${row.account}-${row.created_at.toISOString().slice(0, 10)}.${row.format}`
    return row.format === 'xlsx'
      ? new Attachment(name, xlsxContentType, untilSent(row, formatXlsx(t.table.caption, header, rows)))
      : new Attachment(name, csvContentType, untilSent(row, formatCsv(header, rows, request)))
  } catch (thrown) {
    if (!(thrown instanceof Unopened)) {
      await database()
        .update(customerExports)
        .set(isReadyAgain)
        .where(eq(customerExports.id, id))
        .catch(() => {})
      throw thrown
    }
    await fromDatabase(stopExport(id, 'key_changed'))
    throw new ApiFailure({
      code: 'not_found',
      message: 'The key that this export was encrypted with has changed; make it again.',
    })
  }
}
