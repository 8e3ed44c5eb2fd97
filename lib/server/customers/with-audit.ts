import 'server-only'
import type { Customer } from '@/lib/customers/model/customer'
import { type AuditEventDetails, appendAuditEvent } from '@/lib/server/audit/append'
import { groupRead } from '@/lib/server/audit/watch/groups'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { isNotFound } from '@/lib/server/http/api-failure'

/**
 * Waits for the data, commits an audit event about it, and only then returns it. Throws `ApiFailure`: `audit_unavailable` when the event cannot be committed.
 */
export async function withAudit<T>(
  access: AccountAccess,
  fetching: Promise<T>,
  toEvent: (data: T) => AuditEventDetails,
): Promise<T> {
  const data = await fetching
  await appendAuditEvent(access, toEvent(data))
  return data
}

/**
 * As `withAudit`, for one customer. That nobody has the id, and that the record is unchanged, is audited too, counted by the
 * minute: probing leaves a trace.
 */
export async function withRecordAudit<T extends object>(
  access: AccountAccess,
  customerId: string,
  fetching: Promise<T>,
  toEvent: (data: T) => AuditEventDetails,
): Promise<T> {
  let data: T
  try {
    data = await fetching
  } catch (thrown) {
    if (isNotFound(thrown)) await groupRead(access, customerId, 'not_found')
    throw thrown
  }
  if ('unchanged' in data) await groupRead(access, customerId, 'unchanged')
  else await appendAuditEvent(access, toEvent(data))
  return data
}

/** The event of a section of a record. `others` are further customers that the section shows. */
export const sectionEvent = (
  customerId: string,
  section: string,
  others: readonly string[] = [],
): AuditEventDetails => ({
  kind: 'section',
  customers: [...new Set([customerId, ...others])],
  filters: [{ name: 'section', value: section }],
})

type ListedCustomers = { customers: readonly Customer[]; unreadable?: readonly { customer_id: string | null }[] }

/** The customers in an answer, as an audit event names them. */
export function listedCustomers({ customers, unreadable = [] }: ListedCustomers) {
  return {
    customers: [...customers, ...unreadable].flatMap(({ customer_id }) => customer_id ?? []),
    rows: customers.length + unreadable.length,
  }
}
