import { createSerializer, type inferParserType } from 'nuqs/server'
import { auditEventKinds } from '@/lib/audit/event-kinds'
import { customerScan } from '@/lib/customers/filters/customer-query'
import { instant, instantExpected, oneOf, single } from '@/lib/customers/filters/parsers'

/** The query of the audit log: one schema for the URL of the page and for the API. */
export const activityQuery = {
  /** The email of the person who looked. */
  person: single((text) => (/^\S{1,320}$/.test(text) ? text : null)),
  /** The `customer_id` of a customer that was looked at. */
  customer: customerScan.was,
  kind: oneOf(auditEventKinds),
  /** From this instant on. */
  from: instant,
  /** Before this instant. */
  until: instant,
  /** Older than the event of this id: the cursor of a page. */
  before: single((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null)),
}

export type ActivityQuery = inferParserType<typeof activityQuery>
/** The filters of a query, without the cursor. */
export type ActivityFilters = Omit<ActivityQuery, 'before'>

export const serializeActivityQuery = createSerializer(activityQuery)

/** What a right value is, for each parameter. */
export const activityExpected: Record<keyof typeof activityQuery, string> = {
  person: 'the email of a person',
  customer: 'a customer_id of 1 to 255 characters',
  kind: `one of ${auditEventKinds.join(', ')}`,
  from: instantExpected,
  until: instantExpected,
  before: 'the id of the last event of the page before',
}
