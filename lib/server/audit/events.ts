import 'server-only'
import { and, asc, count, desc, eq, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { ActivityFilters, ActivityQuery } from '@/lib/audit/activity-query'
import { type AuditEvent, auditEventSchema } from '@/lib/audit/audit-event'
import { parseStoredFacts } from '@/lib/audit/event-facts'
import { storable } from '@/lib/server/audit/rows'
import type { Database } from '@/lib/server/database/open'
import { auditEvents } from '@/lib/server/database/schema'

const at = (instant: string) => sql`to_timestamp(${Date.parse(instant)} / 1000.0)`

/**
 * Ids and times increase together, so a period is a range of ids. The index of times finds both ends of it: the id of the first
 * row at a time or after it, and that of the last row before a time.
 */
export const firstIdFrom = (time: SQL) =>
  sql`(SELECT near.id FROM activity near WHERE near.at >= ${time} ORDER BY near.at, near.id LIMIT 1)`
export const lastIdBefore = (time: SQL) =>
  sql`(SELECT near.id FROM activity near WHERE near.at < ${time} ORDER BY near.at DESC, near.id DESC LIMIT 1)`

/** The rows, by the column of their id, of a period; an end that is null is open. */
export const inPeriod = (
  id: SQL | typeof auditEvents.id,
  { from, until }: Pick<ActivityQuery, 'from' | 'until'>,
): SQL[] =>
  [
    from !== null && sql`${id} >= ${firstIdFrom(at(from))}`,
    until !== null && sql`${id} <= ${lastIdBefore(at(until))}`,
  ].filter((condition) => condition !== false)

type Where = Omit<ActivityQuery, 'customer'> & { customer: SQL | null }

/**
 * All events of a customer, by the index of customers. PostgreSQL estimates that every customer is frequent, and without
 * this subquery it would scan the whole log for a rare one.
 */
const amongAllRows = (customer: string) =>
  sql`${auditEvents.id} = ANY(ARRAY(SELECT id FROM activity WHERE customers @> ARRAY[${storable(customer)}]))`

/** How many of the newest rows are searched for a customer before `amongAllRows` is used. */
const newestRows = 10_000

/** The events of a customer among the newest rows only. */
function amongNewestRows(account: string, { customer, before }: ActivityQuery): SQL {
  const older = before === null ? sql`` : sql`AND id < ${before}`
  return sql`${auditEvents.customers} @> ARRAY[${storable(customer ?? '')}] AND ${auditEvents.id} >= (
    SELECT id FROM activity WHERE account = ${account} ${older} ORDER BY id DESC OFFSET ${newestRows} LIMIT 1)`
}

function conditions({ person, customer, kind, before, ...period }: Where): SQL[] {
  const conditions = [
    person !== null && eq(auditEvents.actor_email, storable(person)),
    customer !== null && customer,
    kind !== null && eq(auditEvents.kind, kind),
    before !== null && lt(auditEvents.id, before),
  ].filter((condition) => condition !== false)
  return [...conditions, ...inPeriod(auditEvents.id, period)]
}

/**
 * The rows of an account and those without an account (sign-ins, sign-outs, ended sessions), newest first. Each half is an index scan
 * that stops at the limit, and the results are merged. `which` narrows the rows of the account.
 */
function matching(database: Database, account: string, query: Where, limit: number, which?: SQL) {
  const where = conditions(query)
  const ofAccount = database
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.account, account), ...where, which))
    .orderBy(desc(auditEvents.id))
    .limit(limit)
  const withoutAccount = database
    .select()
    .from(auditEvents)
    .where(and(isNull(auditEvents.account), query.customer === null ? undefined : sql`false`, ...where))
    // PostgreSQL does not know that a column which IS NULL is constant. Sorting by it first lets the index give the order.
    .orderBy(asc(auditEvents.account), desc(auditEvents.id))
    .limit(limit)
  return unionAll(ofAccount, withoutAccount).orderBy(desc(auditEvents.id)).limit(limit)
}

/** The event of a row. */
export function toEvent(row: typeof auditEvents.$inferSelect): AuditEvent {
  const { actor_email: email, actor_name: name, actor_role: role, at, filters, ...rest } = row
  const actor = { email, name, role }
  return auditEventSchema.parse({ ...rest, ...parseStoredFacts(filters), at: at.toISOString(), actor })
}

/** At most `limit` events of an account, newest first. `which` is a further condition on the rows of the account. */
export async function findEvents(
  database: Database,
  account: string,
  query: ActivityQuery,
  limit: number,
  which?: SQL,
): Promise<AuditEvent[]> {
  const find = async (customer: SQL | null) =>
    (await matching(database, account, { ...query, customer }, limit, which)).map(toEvent)
  if (query.customer === null) return find(null)
  const found = await find(amongNewestRows(account, query))
  return found.length === limit ? found : find(amongAllRows(query.customer))
}

/** How many events of an account match, counted up to `max`. */
export async function countEvents(
  database: Database,
  account: string,
  { customer, ...filters }: ActivityFilters,
  max: number,
): Promise<number> {
  const where = { ...filters, customer: customer === null ? null : amongAllRows(customer), before: null }
  const all = matching(database, account, where, max).as('matching')
  const [found] = await database.select({ rows: count() }).from(all)
  return found?.rows ?? 0
}
