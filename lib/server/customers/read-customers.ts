import 'server-only'
import type { CustomerFilters, CustomerQuery } from '@/lib/customers/filters/customer-query'
import type { ChangedScan, DeletedScan, FormerScan } from '@/lib/customers/filters/scan-query'
import type { CustomerPage, CustomerScan, TotalAnswer } from '@/lib/customers/model/customer'
import { configuredKeys } from '@/lib/server/audit/append'
import { toAuditFilters } from '@/lib/server/audit/filters'
import { requireNoPause } from '@/lib/server/audit/watch/count-use'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { fetchCustomerCount } from '@/lib/server/customers/fetch/fetch-customer-count'
import { fetchCustomerPage } from '@/lib/server/customers/fetch/fetch-customer-page'
import { fetchChangedScan, fetchDeletedScan, fetchFormerScan } from '@/lib/server/customers/fetch/fetch-scans'
import { requireMaskedQuery } from '@/lib/server/customers/masked-query'
import { listedCustomers, withAudit } from '@/lib/server/customers/with-audit'

/**
 * The lists of customers, audited. Pages and route handlers read customers through this file and `read-record` only. All
 * functions throw `ApiFailure`; `audit_unavailable` when the audit event cannot be committed.
 */

const auditFilters = (access: AccountAccess, query: Record<string, unknown>) =>
  toAuditFilters(configuredKeys(), access.account.id, query)

/** Whether a query finds a customer by a whole value that points to one. */
const isExact = (query: object) =>
  toAuditFilters(configuredKeys(), '', { ...query }).some(({ name, hash }) => hash !== undefined && name !== 'search')

/** Checks that this person may make a query now: what it searches by, and whether their exact searches are paused. */
export async function requireQuery(access: AccountAccess, query: object): Promise<void> {
  if (isExact(query)) await requireNoPause(access)
  await requireMaskedQuery(access, query)
}

async function withSearchAudit<T extends CustomerPage | CustomerScan, Q extends object>(
  access: AccountAccess,
  query: Q,
  fetchList: (access: AccountAccess, query: Q, signal?: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
  kind: { only?: string } = {},
): Promise<T> {
  await requireQuery(access, query)
  return withAudit(access, fetchList(access, query, signal), (list) => ({
    kind: 'search',
    ...listedCustomers(list),
    filters: auditFilters(access, { ...kind, ...query }),
  }))
}

/** One page of the customers of an account. */
export function readCustomerPage(
  access: AccountAccess,
  query: CustomerQuery,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  return withSearchAudit(access, query, fetchCustomerPage, signal)
}

/** The number of customers that match the filters. */
export async function readCustomerCount(
  access: AccountAccess,
  filters: CustomerFilters,
  signal?: AbortSignal,
): Promise<TotalAnswer> {
  await requireQuery(access, filters)
  return withAudit(access, fetchCustomerCount(access, filters, signal), ({ total }) => ({
    kind: 'count',
    rows: total,
    filters: auditFilters(access, filters),
  }))
}

/** One step of the scan for deleted customers. */
export function readDeletedScan(
  access: AccountAccess,
  query: DeletedScan,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  return withSearchAudit(access, query, fetchDeletedScan, signal, { only: 'deleted' })
}

/** One step of the scan for the customers that changed at one instant. */
export function readChangedScan(
  access: AccountAccess,
  query: ChangedScan,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  return withSearchAudit(access, query, fetchChangedScan, signal)
}

/** One step of the scan for the customer that had another `customer_id` before. */
export function readFormerScan(access: AccountAccess, query: FormerScan, signal?: AbortSignal): Promise<CustomerScan> {
  return withSearchAudit(access, query, fetchFormerScan, signal)
}
