import { createSerializer, type inferParserType } from 'nuqs/server'
import { auditEventKinds } from '@/lib/audit/event-kinds'
import { customerScan } from '@/lib/customers/filters/customer-query'
import { instant, oneOf, single } from '@/lib/customers/filters/parsers'
import type { Messages } from '@/lib/messages/messages'

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

/** Up to how many the events that match are counted. */
export const mostCounted = 10_000

export const serializeActivityQuery = createSerializer(activityQuery)

/** What a right value is, for each parameter. */
export const activityExpected: Record<keyof typeof activityQuery, keyof Messages['expected']> = {
  person: 'person',
  customer: 'customerId',
  kind: 'eventKind',
  from: 'instant',
  until: 'instant',
  before: 'before',
}
