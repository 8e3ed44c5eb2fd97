import 'server-only'
import { and, asc, count, desc, eq, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { ActivityFilters, ActivityQuery } from '@/lib/audit/activity-query'
import { type AuditEvent, auditEventSchema } from '@/lib/audit/audit-event'
import { storable } from '@/lib/server/audit/writer'
import type { Database } from '@/lib/server/database/open'
import { auditEvents } from '@/lib/server/database/schema'

const at = (instant: string) => sql`to_timestamp(${Date.parse(instant)} / 1000.0)`

/** Numbers and times rise together, so that a span of time is one of numbers: the index of time gives its ends. */
const firstFrom = (instant: string) =>
  sql`${auditEvents.id} >= (SELECT id FROM activity WHERE at >= ${at(instant)} ORDER BY at, id LIMIT 1)`
const lastUntil = (instant: string) =>
  sql`${auditEvents.id} <= (SELECT id FROM activity WHERE at < ${at(instant)} ORDER BY at DESC, id DESC LIMIT 1)`

type Where = Omit<ActivityQuery, 'customer'> & { customer: SQL | null }

/**
 * PostgreSQL takes every customer for a frequent one and walks down the whole record for a rare one: gathered first, its
 * rows come from their own index.
 */
const gathered = (customer: string) =>
  sql`${auditEvents.id} = ANY(ARRAY(SELECT id FROM activity WHERE customers @> ARRAY[${storable(customer)}]))`

/** How far down the record a frequent customer is looked for before all its rows are gathered. */
const nearRows = 10_000

/** Among the newest rows alone. */
function near(account: string, { customer, before }: ActivityQuery): SQL {
  const older = before === null ? sql`` : sql`AND id < ${before}`
  return sql`${auditEvents.customers} @> ARRAY[${storable(customer ?? '')}] AND ${auditEvents.id} >= (
    SELECT id FROM activity WHERE account = ${account} ${older} ORDER BY id DESC OFFSET ${nearRows} LIMIT 1)`
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
 * The rows of an account and those of none (signing in and out, where there is no customer), newest first: scans of an
 * index that end at the limit, and what they found is merged.
 */
function matching(database: Database, account: string, query: Where, limit: number) {
  const where = conditions(query)
  const ofAccount = database
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.account, account), ...where))
    .orderBy(desc(auditEvents.id))
    .limit(limit)
  const ofNone = database
    .select()
    .from(auditEvents)
    .where(and(isNull(auditEvents.account), query.customer === null ? undefined : sql`false`, ...where))
    // PostgreSQL does not see that what IS NULL is constant: with the account first, the order is the index's.
    .orderBy(asc(auditEvents.account), desc(auditEvents.id))
    .limit(limit)
  return unionAll(ofAccount, ofNone).orderBy(desc(auditEvents.id)).limit(limit)
}

function toEvent(row: typeof auditEvents.$inferSelect): AuditEvent {
  const { actor_email: email, actor_name: name, actor_role: role, at, ...rest } = row
  return auditEventSchema.parse({ ...rest, at: at.toISOString(), actor: { email, name, role } })
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
  const found = await find(near(account, query))
  return found.length === limit ? found : find(gathered(query.customer))
}

/** How many events of an account match; counted up to `most`. */
export async function countEvents(
  database: Database,
  account: string,
  { customer, ...filters }: ActivityFilters,
  most: number,
): Promise<number> {
  const where = { ...filters, customer: customer === null ? null : gathered(customer), before: null }
  const all = matching(database, account, where, most).as('matching')
  const [found] = await database.select({ rows: count() }).from(all)
  return found?.rows ?? 0
}
