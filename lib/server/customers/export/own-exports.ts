import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, desc, eq, gt, ne, sql } from 'drizzle-orm'
import { type CustomerQuery, serializeCustomerFilters, toFilters } from '@/lib/customers/filters/customer-query'
import { parseCustomerQuery } from '@/lib/customers/filters/parse-customer-query'
import { type CustomerExport, type ExportAction, type ExportList, type ExportRequest, maxExports } from '@/lib/exports'
import { appendAuditEventWith } from '@/lib/server/audit/append'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { exportFilters } from '@/lib/server/customers/export/export-filters'
import { wakeExports } from '@/lib/server/customers/export/run-exports'
import { fingerprintOf, sealRequest } from '@/lib/server/customers/export/sealed'
import { deleteExpired, type ExportRow } from '@/lib/server/customers/export/turns'
import { requireQuery } from '@/lib/server/customers/read-customers'
import { fromDatabase } from '@/lib/server/database/available'
import { database } from '@/lib/server/database/open'
import { customerExports } from '@/lib/server/database/schema'
import { env } from '@/lib/server/env'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { strictQuery } from '@/lib/server/http/query'
import type { SpreadsheetPlace } from '@/lib/server/spreadsheet/csv'

/** What a person does with exports of their own. All functions throw `ApiFailure`; `audit_unavailable` when the database fails. */

/** The exports of this person in this account. */
export const areOwn = ({ viewer, account }: AccountAccess) =>
  and(eq(customerExports.email, viewer.email), eq(customerExports.account, account.id))

/** One of them. */
export const isOwn = (access: AccountAccess, id: string) => and(areOwn(access), eq(customerExports.id, id))

export const noSuchExport = () =>
  new ApiFailure({ code: 'not_found', message: 'There is no such export, or it is not in the state that this needs.' })

const toAnswer = (row: ExportRow): CustomerExport => ({
  id: row.id,
  state: row.state,
  problem: row.problem,
  format: row.format,
  rows: row.rows,
  total: row.total,
  pages: row.pages,
  due_at: row.due_at.toISOString(),
  created_at: row.created_at.toISOString(),
  expires_at: row.expires_at.toISOString(),
})

/** The exports of this person in this account that are under way, ready or stopped. */
export async function readExports(access: AccountAccess): Promise<ExportList> {
  requirePermission(access.viewer, 'customers:export')
  const rows = await fromDatabase(
    database()
      .select()
      .from(customerExports)
      .where(and(areOwn(access), gt(customerExports.expires_at, sql`now()`)))
      .orderBy(desc(customerExports.created_at), customerExports.id),
  )
  return { exports: rows.map(toAnswer), calls_per_minute: env().exportCallsPerMinute }
}

/** The row of an export at its beginning. */
async function toRow(
  { viewer, account }: AccountAccess,
  query: CustomerQuery,
  { columns, format, reason, total }: ExportRequest,
  { locale, zone }: SpreadsheetPlace,
) {
  const id = randomUUID()
  const filters = serializeCustomerFilters(toFilters(query))
  const now = sql`now()`
  return {
    id,
    account: account.id,
    email: viewer.email,
    role: String(viewer.role),
    state: 'running' as const,
    format,
    fingerprint: fingerprintOf([account.id, viewer.email, filters, columns, format, locale, zone]),
    request: await sealRequest(id, { query: filters, columns, reason, locale, zone }),
    total,
    ...{ pages: 0, rows: 0, failures: 0 },
    ...{ due_at: now, created_at: now, expires_at: sql`now() + interval '1 day'` },
  }
}

/**
 * Begins an export of the customers that a query lists. The same one of this person, if it is under way or ready, is returned
 * instead. Throws `invalid_query`, or `rate_limited` for more than `maxExports`.
 */
export async function beginExport(
  access: AccountAccess,
  request: ExportRequest,
  place: SpreadsheetPlace,
): Promise<{ export: CustomerExport; is_new: boolean }> {
  requirePermission(access.viewer, 'customers:export')
  const query = strictQuery(parseCustomerQuery, new URLSearchParams(request.query))
  await requireQuery(access, query)
  const row = await toRow(access, query, request, place)
  await fromDatabase(deleteExpired())
  const isSame = and(eq(customerExports.fingerprint, row.fingerprint), ne(customerExports.state, 'stopped'))
  const [same] = await fromDatabase(
    database()
      .select()
      .from(customerExports)
      .where(and(areOwn(access), isSame)),
  )
  if (same) return { export: toAnswer(same), is_new: false }
  if ((await fromDatabase(database().$count(customerExports, areOwn(access)))) >= maxExports)
    throw new ApiFailure({
      code: 'rate_limited',
      message: `You have ${maxExports} exports; download or remove one of them first.`,
    })
  const event = {
    kind: 'export',
    filters: exportFilters(access, query, request, 'start'),
    note: request.reason,
  } as const
  const begun = await appendAuditEventWith(access, event, async (transaction) => {
    const [inserted] = await transaction.insert(customerExports).values(row).onConflictDoNothing().returning()
    return inserted ?? null
  })
  // Another request of the same person was faster by a moment.
  if (!begun) return beginExport(access, request, place)
  wakeExports()
  return { export: toAnswer(begun), is_new: true }
}

/** Pauses an export, lets it go on at once, or removes it with its rows. Throws `not_found` where that cannot be. */
export async function changeExport(access: AccountAccess, id: string, action: ExportAction): Promise<void> {
  requirePermission(access.viewer, 'customers:export')
  const own = isOwn(access, id)
  const all = database()
  const isUnderWay = sql`${customerExports.state} IN ('running', 'paused')`
  const goOn = { state: 'running', problem: null, failures: 0, due_at: sql`now()` } as const
  const change = {
    cancel: () => all.delete(customerExports).where(own),
    pause: () =>
      all.update(customerExports).set({ state: 'paused', lease: null, lease_until: null }).where(and(own, isUnderWay)),
    continue: () => all.update(customerExports).set(goOn).where(and(own, isUnderWay)),
  }[action]
  if ((await fromDatabase<{ rowCount: number | null }>(change())).rowCount !== 1) throw noSuchExport()
  wakeExports()
}
