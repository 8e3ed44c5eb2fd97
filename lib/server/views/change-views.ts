import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, count, eq, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { hasPermission } from '@/lib/access'
import type { View } from '@/lib/customers/views/view'
import type { NewView, ViewChange } from '@/lib/customers/views/view-change'
import { mayHoldContact, parseViewQuery } from '@/lib/customers/views/view-query'
import { configuredKeys } from '@/lib/server/audit/append'
import { toAuditFilters } from '@/lib/server/audit/filters'
import { auditRefusal } from '@/lib/server/audit/refusal'
import { appendWithin } from '@/lib/server/audit/rows'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { fromDatabase } from '@/lib/server/database/available'
import { openedDatabase } from '@/lib/server/database/open'
import { defaultViews, views } from '@/lib/server/database/schema'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { maxViews } from '@/lib/server/views/read-views'
import { toView, type ViewRow } from '@/lib/server/views/to-view'

/**
 * Changes of views. A view belongs to the person who has made it; nobody else changes it. What concerns the colleagues is
 * audited in the transaction that does it. All functions throw `ApiFailure`.
 */

type Transaction = { tx: NodePgDatabase<Record<string, never>>; client: pg.ClientBase }

const refused = (failure: ConstructorParameters<typeof ApiFailure>[0]) => new ApiFailure(failure)

/** Runs in one transaction; a refusal rolls it back and is returned, so that it is told from a database that fails. */
async function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const run = async (): Promise<T | ApiFailure> => {
    const client = await openedDatabase().pool.connect()
    try {
      return await drizzle(client).transaction((tx) => work({ tx, client }))
    } catch (thrown) {
      if (thrown instanceof ApiFailure) return thrown
      throw thrown
    } finally {
      client.release()
    }
  }
  const result = await fromDatabase(run())
  if (result instanceof ApiFailure) throw result
  return result
}

/** What a view does to colleagues: it begins or ends to be shared, or is deleted while it is. */
type SharedChange = 'shared' | 'unshared' | 'deleted'

function appendChange(
  { viewer, account, request }: AccountAccess,
  client: pg.ClientBase,
  row: ViewRow,
  note: SharedChange,
) {
  const keys = configuredKeys()
  const { filters } = parseViewQuery(row.query)
  const event = {
    actor: viewer,
    kind: 'view' as const,
    account: account.id,
    customers: [],
    filters: toAuditFilters(keys, account.id, filters),
    rows: null,
    note,
    requestId: request.id,
  }
  return appendWithin(client, keys, [event])
}

/** A shared name is read by people who see masked customers. */
function requireNameForAll(name: string): void {
  if (mayHoldContact(name))
    throw refused({
      code: 'invalid_query',
      message: 'The name of a shared view must not hold an email, a phone number or more than four digits.',
      field: 'shared',
    })
}

/** Keeps a view. Throws `limit_reached` where the person has as many as are kept, also when two come at once. */
export async function createView(access: AccountAccess, given: NewView): Promise<View> {
  const { viewer, account } = access
  requirePermission(viewer, 'views:own')
  return inTransaction(async ({ tx }) => {
    const own = and(eq(views.account, account.id), eq(views.owner_email, viewer.email))
    // One after the other, so that two at once do not count the same rows.
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`views ${account.id} ${viewer.email}`}, 0))`)
    const [kept] = await tx.select({ count: count() }).from(views).where(own)
    if ((kept?.count ?? 0) >= maxViews)
      throw refused({ code: 'limit_reached', message: `You have ${maxViews} views in this account. Delete one first.` })
    const whose = { account: account.id, owner_email: viewer.email, owner_name: viewer.name }
    const now = sql`clock_timestamp()`
    const [row] = await tx
      .insert(views)
      .values({ ...given, ...whose, id: randomUUID(), shared: false, version: 1, created_at: now, changed_at: now })
      .returning()
    if (!row) throw new Error('The row that was inserted is not returned')
    return toView(row, viewer)
  })
}

/**
 * The row of a view, locked for a change by its owner. Throws `not_found` for what the person may not open, `forbidden` for a
 * view of somebody else, and `conflict` where it was changed after the person has seen it.
 */
async function lockOwnView({ viewer, account }: AccountAccess, { tx }: Transaction, id: string, version: number) {
  const [row] = await tx
    .select()
    .from(views)
    .where(and(eq(views.id, id), eq(views.account, account.id)))
    .for('update')
  if (!row || (row.owner_email !== viewer.email && !row.shared))
    throw refused({ code: 'not_found', message: 'There is no such view.' })
  if (row.owner_email !== viewer.email)
    throw refused({ code: 'forbidden', message: 'Only the person who has made a view changes it.' })
  if (row.version !== version)
    throw refused({ code: 'conflict', message: 'The view was changed after this version of it was read.' })
  return row
}

/** Changes a view of the person’s own, and returns it. Throws as `lockOwnView` does. */
export async function changeView(access: AccountAccess, id: string, change: ViewChange): Promise<View> {
  const { viewer } = access
  requirePermission(viewer, 'views:own')
  const { version, ...values } = change
  if (values.shared && !hasPermission(viewer.role, 'views:share')) await auditRefusal(access, 'views:share', null)
  if (values.shared) requirePermission(viewer, 'views:share')
  return inTransaction(async (transaction) => {
    const before = await lockOwnView(access, transaction, id, version)
    if (values.shared ?? before.shared) requireNameForAll(values.name ?? before.name)
    const [after] = await transaction.tx
      .update(views)
      .set({ ...values, owner_name: viewer.name, version: version + 1, changed_at: sql`clock_timestamp()` })
      .where(eq(views.id, id))
      .returning()
    if (!after) throw new Error('The row that was changed is not returned')
    if (after.shared !== before.shared)
      await appendChange(access, transaction.client, after, after.shared ? 'shared' : 'unshared')
    return toView(after, viewer)
  })
}

/** Deletes a view of the person’s own. Throws as `lockOwnView` does. */
export async function deleteView(access: AccountAccess, id: string, version: number): Promise<void> {
  requirePermission(access.viewer, 'views:own')
  await inTransaction(async (transaction) => {
    const row = await lockOwnView(access, transaction, id, version)
    await transaction.tx.delete(views).where(eq(views.id, id))
    if (row.shared) await appendChange(access, transaction.client, row, 'deleted')
  })
}

/** Sets the view with which the list of the account begins for the person; null for none. */
export async function setDefaultView({ viewer, account }: AccountAccess, view: string | null): Promise<void> {
  requirePermission(viewer, 'views:own')
  const { database } = openedDatabase()
  const one = { email: viewer.email, account: account.id }
  const work =
    view === null
      ? database
          .delete(defaultViews)
          .where(and(eq(defaultViews.email, one.email), eq(defaultViews.account, one.account)))
      : database
          .insert(defaultViews)
          .values({ ...one, view })
          .onConflictDoUpdate({ target: [defaultViews.email, defaultViews.account], set: { view } })
  await fromDatabase(Promise.resolve(work))
}
