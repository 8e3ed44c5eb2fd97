import 'server-only'
import type { TokensQuery } from '@/lib/customers/filters/record-query'
import type { CustomerScan, TagsAnswer } from '@/lib/customers/model/customer'
import type {
  CommunicationAnswer,
  ContactForAnswer,
  RawAnswer,
  RecordAnswer,
  RecordCheck,
  TokensAnswer,
} from '@/lib/customers/model/record'
import type { AuditEventDetails } from '@/lib/server/audit/append'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { fetchContactFor } from '@/lib/server/customers/fetch/fetch-contact-for'
import { fetchCustomer, fetchCustomerIfChanged, fetchRawCustomer } from '@/lib/server/customers/fetch/fetch-customer'
import {
  fetchCommunication,
  fetchCustomerTags,
  fetchCustomerTokens,
} from '@/lib/server/customers/fetch/fetch-record-sections'
import { fetchContactScan } from '@/lib/server/customers/fetch/fetch-scans'
import { listedCustomers, sectionEvent, withRecordAudit } from '@/lib/server/customers/with-audit'

/**
 * One customer and the sections of its record, audited. Pages and route handlers read customers through this file and
 * `read-customers` only. All functions throw `ApiFailure`; `audit_unavailable` when the audit event cannot be committed.
 */

const openEvent = (customerId: string): AuditEventDetails => ({ kind: 'open', customers: [customerId], rows: 1 })

/** One customer, or its tombstone. */
export function readCustomer(access: AccountAccess, customerId: string, signal?: AbortSignal): Promise<RecordAnswer> {
  return withRecordAudit(access, customerId, fetchCustomer(access, customerId, signal), () => openEvent(customerId))
}

/** One customer again, if it has changed since the answer with this `etag`. */
export function readCustomerIfChanged(
  access: AccountAccess,
  customerId: string,
  etag: string,
  signal?: AbortSignal,
): Promise<RecordCheck> {
  return withRecordAudit(access, customerId, fetchCustomerIfChanged(access, customerId, etag, signal), () =>
    openEvent(customerId),
  )
}

/** The JSON text of a customer exactly as Dintero sent it. */
export function readRawCustomer(access: AccountAccess, customerId: string, signal?: AbortSignal): Promise<RawAnswer> {
  return withRecordAudit(access, customerId, fetchRawCustomer(access, customerId, signal), () =>
    sectionEvent(customerId, 'raw'),
  )
}

/** The tags of a customer. */
export function readCustomerTags(access: AccountAccess, customerId: string, signal?: AbortSignal): Promise<TagsAnswer> {
  return withRecordAudit(access, customerId, fetchCustomerTags(access, customerId, signal), () =>
    sectionEvent(customerId, 'tags'),
  )
}

/** One page of the tokens of a customer. */
export function readCustomerTokens(
  access: AccountAccess,
  customerId: string,
  query: TokensQuery,
  signal?: AbortSignal,
): Promise<TokensAnswer> {
  const fetching = fetchCustomerTokens(access, customerId, query, signal)
  return withRecordAudit(access, customerId, fetching, () => sectionEvent(customerId, 'tokens'))
}

/** Whether the email and the phone number of a customer are verified and may be used. */
export function readCommunication(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<CommunicationAnswer> {
  const fetching = fetchCommunication(access, customerId, signal)
  return withRecordAudit(access, customerId, fetching, () => sectionEvent(customerId, 'communication'))
}

/** The customers that a contact is linked to. */
export function readContactFor(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<ContactForAnswer> {
  return withRecordAudit(access, customerId, fetchContactFor(access, customerId, signal), (linked) =>
    sectionEvent(customerId, 'contact-for', listedCustomers(linked).customers),
  )
}

/** One step of the scan for the contacts of a customer. */
export function readContactScan(
  access: AccountAccess,
  customerId: string,
  starting_after: string | null,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  return withRecordAudit(access, customerId, fetchContactScan(access, customerId, starting_after, signal), (step) =>
    sectionEvent(customerId, 'contacts', listedCustomers(step).customers),
  )
}
