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

/** Ids and times increase together, so a period is a range of ids. The index of times finds both ends of it. */
const firstFrom = (instant: string) =>
  sql`${auditEvents.id} >= (SELECT id FROM activity WHERE at >= ${at(instant)} ORDER BY at, id LIMIT 1)`
const lastUntil = (instant: string) =>
  sql`${auditEvents.id} <= (SELECT id FROM activity WHERE at < ${at(instant)} ORDER BY at DESC, id DESC LIMIT 1)`

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

function conditions({ person, customer, kind, from, until, before }: Where): SQL[] {
  return [
    person !== null && eq(auditEvents.actor_email, storable(person)),
    customer !== null && customer,
    kind !== null && eq(auditEvents.kind, kind),
    from !== null && firstFrom(from),
    until !== null && lastUntil(until),
    before !== null && lt(auditEvents.id, before),
  ].filter((condition) => condition !== false)
}

/**
 * The rows of an account and those without an account (sign-ins and sign-outs), newest first. Each half is an index scan
 * that stops at the limit, and the results are merged.
 */
function matching(database: Database, account: string, query: Where, limit: number) {
  const where = conditions(query)
  const ofAccount = database
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.account, account), ...where))
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

function toEvent(row: typeof auditEvents.$inferSelect): AuditEvent {
  const { actor_email: email, actor_name: name, actor_role: role, at, filters, ...rest } = row
  const actor = { email, name, role }
  return auditEventSchema.parse({ ...rest, ...parseStoredFacts(filters), at: at.toISOString(), actor })
}

/** At most `limit` events of an account, newest first. */
export async function findEvents(
  database: Database,
  account: string,
  query: ActivityQuery,
  limit: number,
): Promise<AuditEvent[]> {
  const find = async (customer: SQL | null) =>
    (await matching(database, account, { ...query, customer }, limit)).map(toEvent)
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
