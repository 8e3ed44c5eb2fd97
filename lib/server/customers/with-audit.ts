import 'server-only'
import type { Customer } from '@/lib/customers/model/customer'
import { type AuditEventDetails, appendAuditEvent } from '@/lib/server/audit/append'
import type { AccountAccess } from '@/lib/server/auth/account-access'

/**
 * Waits for the data, commits an audit event about it, and only then returns it. `toEvent` returns null when no customer
 * data leaves the server. Throws `ApiFailure`: `audit_unavailable` when the event cannot be committed.
 */
export async function withAudit<T>(
  access: AccountAccess,
  fetching: Promise<T>,
  toEvent: (data: T) => AuditEventDetails | null,
): Promise<T> {
  const data = await fetching
  const event = toEvent(data)
  if (event) await appendAuditEvent(access, event)
  return data
}

type ListedCustomers = { customers: readonly Customer[]; unreadable?: readonly { customer_id: string | null }[] }

/** The customers in an answer, as an audit event names them. */
export function listedCustomers({ customers, unreadable = [] }: ListedCustomers) {
  return {
    customers: [...customers, ...unreadable].flatMap(({ customer_id }) => customer_id ?? []),
    rows: customers.length + unreadable.length,
  }
}
