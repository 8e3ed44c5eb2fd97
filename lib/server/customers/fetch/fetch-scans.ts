import 'server-only'
import { type CustomerQuery, maxLimit, noFilters } from '@/lib/customers/filters/customer-query'
import type { ChangedScan, DeletedScan, FormerScan } from '@/lib/customers/filters/scan-query'
import type { CustomerScan } from '@/lib/customers/model/customer'
import { identityHistory } from '@/lib/customers/model/identity-history'
import { type AccountAccess, isHalfOver, requirePermission } from '@/lib/server/auth/account-access'
import {
  changedAtOf,
  cursorAfter,
  fetchCustomerRows,
  isDeleted,
  type RawCustomer,
  toCustomers,
} from '@/lib/server/customers/fetch/collection'
import { isFoundVisibly } from '@/lib/server/customers/fetch/fetch-visible-matches'
import { microsOf } from '@/lib/server/customers/fetch/instant'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { SeenRows } from '@/lib/server/customers/fetch/seen-rows'
import { parseWireCustomer } from '@/lib/server/customers/fetch/to-customer'

const pagesPerStep = 5

/**
 * One step of a scan: goes through pages of the list and returns the rows that pass `isMatch`, a test for which Dintero
 * has no filter. Throws `ApiFailure`.
 */
async function scan(
  access: AccountAccess,
  query: CustomerQuery,
  isMatch: (row: RawCustomer) => boolean,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  requirePermission(access.viewer, 'customers:read')
  const found: RawCustomer[] = []
  const seen = new SeenRows()
  let looked = 0
  let cursor = query.starting_after
  for (let pages = 0; pages < pagesPerStep; pages++) {
    signal?.throwIfAborted()
    const rows = await fetchCustomerRows(access, { ...query, starting_after: cursor, limit: maxLimit }, signal)
    const fresh = seen.addPage(rows)
    looked += fresh.length
    found.push(...fresh.filter(isMatch))
    cursor = cursorAfter(rows, maxLimit)
    if (cursor === null || isHalfOver(access)) break
  }
  return {
    ...toCustomers(found, await getMask(access)),
    looked,
    next: cursor === null ? null : { starting_after: cursor },
  }
}

const unfiltered = { limit: maxLimit, by_word: null }

/** One step of the scan for deleted customers, for which the API has no filter (contract). */
export function fetchDeletedScan(
  access: AccountAccess,
  query: DeletedScan,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  const { type, search, starting_after } = query
  const listQuery = {
    ...noFilters,
    ...unfiltered,
    type: type ?? ('any' as const),
    search,
    starting_after,
    include_deleted: true,
  }
  return scan(access, listQuery, isDeleted, signal)
}

/**
 * One step of the scan for the customers that changed within one millisecond, when the list cannot show all of them.
 */
export async function fetchChangedScan(
  access: AccountAccess,
  query: ChangedScan,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  const { changed_at, ...filters } = query
  const { search } = filters
  // The matches of a search, and the number of rows scanned, would reveal masked values: then the scan covers all
  // customers.
  const visibleSearch = search !== null && (await getMask(access)).isMasked ? search : null
  const from = microsOf(changed_at ?? '')
  const isMatch = (row: RawCustomer) => {
    const at = microsOf(changedAtOf(row) ?? '')
    const isAtInstant = from !== null && at !== null && at >= from && at < from + 1_000n
    if (!isAtInstant || visibleSearch === null) return isAtInstant
    const parsed = parseWireCustomer(row)
    return 'customer' in parsed && isFoundVisibly(parsed.customer, visibleSearch)
  }
  const sent = visibleSearch === null ? filters : { ...filters, search: null }
  return scan(access, { ...noFilters, ...unfiltered, ...sent }, isMatch, signal)
}

/**
 * One step of the scan for the customer that had another id before. Dintero stores former ids in `metadata` (contract).
 */
export function fetchFormerScan(access: AccountAccess, query: FormerScan, signal?: AbortSignal): Promise<CustomerScan> {
  const { was, starting_after } = query
  const hadId = (row: RawCustomer) => {
    const parsed = parseWireCustomer(row)
    return 'customer' in parsed && identityHistory(parsed.customer).some(({ from }) => from === was)
  }
  return scan(access, { ...noFilters, ...unfiltered, type: 'any', starting_after }, hadId, signal)
}

/**
 * One step of the scan for the contacts of a customer. A contact contains the ids of its customers but a customer does not
 * contain those of its contacts, so all contacts are scanned (contract).
 */
export async function fetchContactScan(
  access: AccountAccess,
  customerId: string,
  starting_after: string | null,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  const isContactOf = (row: RawCustomer) => {
    const parsed = parseWireCustomer(row)
    return 'customer' in parsed && (parsed.customer.contact_for?.some((one) => one.customer_id === customerId) ?? false)
  }
  const listQuery = { ...noFilters, ...unfiltered, type: 'contact' as const, starting_after }
  return scan(access, listQuery, isContactOf, signal)
}
