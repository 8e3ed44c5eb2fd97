import 'server-only'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { ActivityQuery } from '@/lib/audit/activity-query'
import type { EventSection, ListedEvent } from '@/lib/audit/audit-event'
import { findEvents, firstIdFrom, inPeriod, lastIdBefore, toEvent } from '@/lib/server/audit/events'
import { storable } from '@/lib/server/audit/rows'
import type { Database } from '@/lib/server/database/open'
import { auditEvents } from '@/lib/server/database/schema'

/**
 * The events as the activity lists them: the sections of a record stand with the event of its being opened. The
 * database decides what belongs together, without regard to pages: a section may be pages away from its record while others are busy.
 */

/**
 * A section belongs to a record that was opened within a minute before it, or soon after it: they are requested side by side, and
 * a record that Dintero answers only at a second try comes seconds later than its sections.
 */
const before = sql`interval '1 minute'`
const after = sql`interval '10 seconds'`

const { account, actor_email, at, customers, filters, id, kind, note } = auditEvents

/** A row that says nothing but which section of which customer was read. What is unusual stays a line of its own. */
const isPlainSection = sql`${kind} = 'section' AND ${note} IS NULL AND jsonb_array_length(${filters}) = 1`

/**
 * The id of the opened record to which a row belongs, among the events that the query matches: that of the same person, account
 * and customer, the nearest in time. The first customer of a section is the one whose record it is of.
 */
const openedId = ({ customer, ...period }: ActivityQuery) => sql`(
  SELECT opened.id FROM activity opened
  WHERE ${sql.join(
    [
      sql`opened.account = ${account} AND opened.actor_email = ${actor_email} AND opened.kind = 'open'`,
      // Not `=` on whole arrays, for which PostgreSQL reads all events of the customer by the index of customers.
      sql`opened.rows > 0 AND cardinality(opened.customers) = 1 AND opened.customers[1] = ${customers}[1]`,
      sql`opened.id >= ${firstIdFrom(sql`${at} - ${before}`)} AND opened.id <= ${lastIdBefore(sql`${at} + ${after}`)}`,
      ...(customer === null ? [] : [sql`opened.customers[1] = ${storable(customer)}`]),
      ...inPeriod(sql`opened.id`, period),
    ],
    sql` AND `,
  )}
  ORDER BY abs(extract(epoch FROM opened.at - ${at})), opened.id > ${id}, abs(opened.id - ${id}) LIMIT 1)`

/** The sections of these opened records, by the id of each. */
async function findSections(
  database: Database,
  query: ActivityQuery,
  opened: number[],
): Promise<Map<number, EventSection[]>> {
  const sections = new Map<number, EventSection[]>()
  if (opened.length === 0) return sections
  const line = alias(auditEvents, 'line')
  // A little wider than needed: which record a section belongs to is decided by `openedId` alone.
  const isNear = sql`${id} >= ${firstIdFrom(sql`${line.at} - ${after}`)} AND ${id} <= ${lastIdBefore(sql`${line.at} + ${before} + ${after}`)}`
  const read = database
    .select()
    .from(auditEvents)
    .where(
      and(
        ...[eq(account, line.account), eq(actor_email, line.actor_email), isNear, isPlainSection],
        ...[sql`${line.id} = ${openedId(query)}`, ...inPeriod(id, query)],
      ),
    )
    // With a limit, PostgreSQL looks near each record. Without one it may read all sections that there are.
    .limit(Number.MAX_SAFE_INTEGER)
    .as('read')
  const rows = await database
    .select({ opened: line.id, row: read._.selectedFields })
    .from(line)
    .crossJoinLateral(read)
    .where(inArray(line.id, opened))
    .orderBy(asc(read.id))
  for (const { opened, row } of rows) {
    const { id, at, customers, filters, rows, request_id } = toEvent(row)
    sections.set(opened, [...(sections.get(opened) ?? []), { id, at, customers, filters, rows, request_id }])
  }
  return sections
}

/**
 * At most `limit` events of an account, newest first, each with the sections that belong to it. Every event that the query matches
 * stands once on one of its pages, as a line or as a section. A filter by kind names the rows that are wanted, so it groups none.
 */
export async function findListedEvents(
  database: Database,
  accountId: string,
  query: ActivityQuery,
  limit: number,
): Promise<ListedEvent[]> {
  if (query.kind !== null) {
    const events = await findEvents(database, accountId, query, limit)
    return events.map((event) => ({ ...event, sections: [] }))
  }
  const isLine = sql`(NOT (${isPlainSection}) OR ${openedId(query)} IS NULL)`
  const events = await findEvents(database, accountId, query, limit, isLine)
  const opened = events.flatMap((event) => (event.kind === 'open' ? [event.id] : []))
  const sections = await findSections(database, query, opened)
  return events.map((event) => ({ ...event, sections: sections.get(event.id) ?? [] }))
}
