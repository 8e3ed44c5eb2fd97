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
import { listedCustomers, withAudit } from '@/lib/server/customers/with-audit'

/**
 * The lists of customers, audited. Pages and route handlers read customers through this file and `read-record` only. All
 * functions throw `ApiFailure`; `audit_unavailable` when the audit event cannot be committed.
 */

const auditFilters = (access: AccountAccess, query: Record<string, unknown>) =>
  toAuditFilters(configuredKeys(), access.account.id, query)

/** Whether a query finds a customer by a whole value that points to one. */
const isExact = (query: Record<string, unknown>) =>
  toAuditFilters(configuredKeys(), '', query).some(({ name, hash }) => hash !== undefined && name !== 'search')

/** Runs a search, unless it is exact and this person's exact searches are paused. */
async function unlessPaused<T>(
  access: AccountAccess,
  query: Record<string, unknown>,
  run: () => Promise<T>,
): Promise<T> {
  if (isExact(query)) await requireNoPause(access)
  return run()
}

function withSearchAudit<T extends CustomerPage | CustomerScan>(
  access: AccountAccess,
  fetching: Promise<T>,
  query: Record<string, unknown>,
): Promise<T> {
  return withAudit(access, fetching, (list) => ({
    kind: 'search',
    ...listedCustomers(list),
    filters: auditFilters(access, query),
  }))
}

/** One page of the customers of an account. */
export function readCustomerPage(
  access: AccountAccess,
  query: CustomerQuery,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  return unlessPaused(access, query, () => withSearchAudit(access, fetchCustomerPage(access, query, signal), query))
}

/** The number of customers that match the filters. */
export function readCustomerCount(
  access: AccountAccess,
  filters: CustomerFilters,
  signal?: AbortSignal,
): Promise<TotalAnswer> {
  const count = () =>
    withAudit(access, fetchCustomerCount(access, filters, signal), ({ total }) => ({
      kind: 'count',
      rows: total,
      filters: auditFilters(access, filters),
    }))
  return unlessPaused(access, filters, count)
}

/** One step of the scan for deleted customers. */
export function readDeletedScan(
  access: AccountAccess,
  query: DeletedScan,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  return withSearchAudit(access, fetchDeletedScan(access, query, signal), { only: 'deleted', ...query })
}

/** One step of the scan for the customers that changed at one instant. */
export function readChangedScan(
  access: AccountAccess,
  query: ChangedScan,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  return withSearchAudit(access, fetchChangedScan(access, query, signal), query)
}

/** One step of the scan for the customer that had another `customer_id` before. */
export function readFormerScan(access: AccountAccess, query: FormerScan, signal?: AbortSignal): Promise<CustomerScan> {
  return unlessPaused(access, query, () => withSearchAudit(access, fetchFormerScan(access, query, signal), query))
}
