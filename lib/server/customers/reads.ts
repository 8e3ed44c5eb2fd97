import 'server-only'
import type { CustomerFilters, CustomerQuery } from '@/lib/customers/filters/customer-query'
import type { TokensQuery } from '@/lib/customers/filters/record-query'
import type { ChangedScan, DeletedScan, FormerScan } from '@/lib/customers/filters/scan-query'
import type { Customer } from '@/lib/customers/model/customer'
import type { RecordAnswer } from '@/lib/customers/model/record'
import { type AuditEventDetails, appendAuditEvent, configuredKeys } from '@/lib/server/audit/append'
import { toAuditFilters } from '@/lib/server/audit/filters'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import * as counts from '@/lib/server/customers/count-customers'
import * as contacts from '@/lib/server/customers/read-contacts'
import * as one from '@/lib/server/customers/read-customer'
import * as page from '@/lib/server/customers/read-customer-page'
import * as parts from '@/lib/server/customers/read-record-parts'
import * as scans from '@/lib/server/customers/scan-customers'

/**
 * Every way by which customers leave this server, for pages and route handlers alike: each reads, is recorded, and only
 * then answers. All throw `ApiFailure`; `audit_unavailable` where the record cannot be written.
 */

async function recorded<A>(
  access: AccountAccess,
  reading: Promise<A>,
  what: (answer: A) => AuditEventDetails | null,
): Promise<A> {
  const answer = await reading
  const done = what(answer)
  if (done) await appendAuditEvent(access, done)
  return answer
}

type Listed = { customers: readonly Customer[]; unreadable?: readonly { customer_id: string | null }[] }

const whom = ({ customers, unreadable = [] }: Listed) => ({
  customers: [...customers, ...unreadable].flatMap(({ customer_id }) => customer_id ?? []),
  rows: customers.length + unreadable.length,
})

const filters = (access: AccountAccess, query: Record<string, unknown>) =>
  toAuditFilters(configuredKeys(), access.account.id, query)

const section = (customerId: string, name: string, others: readonly string[] = []): AuditEventDetails => ({
  kind: 'section',
  customers: [...new Set([customerId, ...others])],
  filters: [{ name: 'section', value: name }],
})

const opened = (customerId: string): AuditEventDetails => ({ kind: 'open', customers: [customerId], rows: 1 })

/** One page of an account's customers. */
export const readCustomerPage = (access: AccountAccess, query: CustomerQuery, signal?: AbortSignal) =>
  recorded(access, page.readCustomerPage(access, query, signal), (answer) => ({
    kind: 'search',
    ...whom(answer),
    filters: filters(access, query),
  }))

/** How many customers the filters match. */
export const countCustomers = (access: AccountAccess, query: CustomerFilters, signal?: AbortSignal) =>
  recorded(access, counts.countCustomers(access, query, signal), ({ total }) => ({
    kind: 'count',
    rows: total,
    filters: filters(access, query),
  }))

type Scan = typeof scans.scanDeleted | typeof scans.scanChanged | typeof scans.scanFormer

const scanned = (access: AccountAccess, reading: ReturnType<Scan>, query: Record<string, unknown>) =>
  recorded(access, reading, (answer) => ({ kind: 'search', ...whom(answer), filters: filters(access, query) }))

/** One step of the search for deleted customers. */
export const scanDeleted = (access: AccountAccess, query: DeletedScan, signal?: AbortSignal) =>
  scanned(access, scans.scanDeleted(access, query, signal), { only: 'deleted', ...query })

/** One step of the search for those that changed at one instant. */
export const scanChanged = (access: AccountAccess, query: ChangedScan, signal?: AbortSignal) =>
  scanned(access, scans.scanChanged(access, query, signal), query)

/** One step of the search for who had another id before. */
export const scanFormer = (access: AccountAccess, query: FormerScan, signal?: AbortSignal) =>
  scanned(access, scans.scanFormer(access, query, signal), query)

/** One customer, or its tombstone. */
export const readCustomer = (access: AccountAccess, customerId: string, signal?: AbortSignal): Promise<RecordAnswer> =>
  recorded(access, one.readCustomer(access, customerId, signal), () => opened(customerId))

/** One customer again, unless nothing changed: then nothing of it leaves, and there is nothing to record. */
export const checkCustomer = (access: AccountAccess, customerId: string, etag: string, signal?: AbortSignal) =>
  recorded(access, one.checkCustomer(access, customerId, etag, signal), (answer) =>
    'unchanged' in answer ? null : opened(customerId),
  )

/** The text of a customer as Dintero sent it. */
export const readRawCustomer = (access: AccountAccess, customerId: string, signal?: AbortSignal) =>
  recorded(access, one.readRawCustomer(access, customerId, signal), () => section(customerId, 'raw'))

/** The tags of a customer. */
export const readCustomerTags = (access: AccountAccess, customerId: string, signal?: AbortSignal) =>
  recorded(access, parts.readCustomerTags(access, customerId, signal), () => section(customerId, 'tags'))

/** One page of the tokens of a customer. */
export const readTokens = (access: AccountAccess, customerId: string, query: TokensQuery, signal?: AbortSignal) =>
  recorded(access, parts.readTokens(access, customerId, query, signal), () => section(customerId, 'tokens'))

/** Whether email and phone of a customer are verified and may be used. */
export const readCommunication = (access: AccountAccess, customerId: string, signal?: AbortSignal) =>
  recorded(access, parts.readCommunication(access, customerId, signal), () => section(customerId, 'communication'))

/** The customers that a contact is linked to. */
export const readContactFor = (access: AccountAccess, customerId: string, signal?: AbortSignal) =>
  recorded(access, contacts.readContactFor(access, customerId, signal), (answer) =>
    section(customerId, 'contact-for', whom(answer).customers),
  )

/** One step of the search for the contacts of a customer. */
export const scanContacts = (
  access: AccountAccess,
  customerId: string,
  starting_after: string | null,
  signal?: AbortSignal,
) =>
  recorded(access, scans.scanContacts(access, customerId, starting_after, signal), (answer) =>
    section(customerId, 'contacts', whom(answer).customers),
  )
