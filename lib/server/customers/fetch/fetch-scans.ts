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
import { Pagination } from '@/lib/server/customers/fetch/pagination'
import { parseWireCustomer } from '@/lib/server/customers/fetch/to-customer'

const pagesAStep = 5

/** One step through the plain list: keeps what no filter of Dintero's finds. Throws `ApiFailure`. */
async function scan(
  access: AccountAccess,
  query: CustomerQuery,
  isWanted: (row: RawCustomer) => boolean,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  requirePermission(access.viewer, 'customers:read')
  const found: RawCustomer[] = []
  const walk = new Pagination()
  let looked = 0
  let cursor = query.starting_after
  for (let pages = 0; pages < pagesAStep; pages++) {
    signal?.throwIfAborted()
    const rows = await fetchCustomerRows(access, { ...query, starting_after: cursor, limit: maxLimit }, signal)
    const fresh = walk.take(rows)
    looked += fresh.length
    found.push(...fresh.filter(isWanted))
    cursor = cursorAfter(rows, maxLimit)
    if (cursor === null || isHalfOver(access)) break
  }
  return {
    ...toCustomers(found, await getMask(access)),
    looked,
    next: cursor === null ? null : { starting_after: cursor },
  }
}

const plain = { limit: maxLimit, by_word: null }

/** One step of the search for deleted customers, for whom the API has no filter of their own (contract). */
export function fetchDeletedScan(
  access: AccountAccess,
  query: DeletedScan,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  const { type, search, starting_after } = query
  const asked = {
    ...noFilters,
    ...plain,
    type: type ?? ('any' as const),
    search,
    starting_after,
    include_deleted: true,
  }
  return scan(access, asked, isDeleted, signal)
}

/** One step of the search for the customers that changed within one millisecond, of which only some can be listed. */
export async function fetchChangedScan(
  access: AccountAccess,
  query: ChangedScan,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  const { changed_at, ...filters } = query
  const { search } = filters
  // Whom a search finds tells of what is masked, and so does how many it looks at: then all are looked at.
  const byName = search !== null && (await getMask(access)).isMasked ? search : null
  const from = microsOf(changed_at ?? '')
  const isWanted = (row: RawCustomer) => {
    const at = microsOf(changedAtOf(row) ?? '')
    const isThen = from !== null && at !== null && at >= from && at < from + 1_000n
    if (!isThen || byName === null) return isThen
    const read = parseWireCustomer(row)
    return 'customer' in read && isFoundVisibly(read.customer, byName)
  }
  const asked = byName === null ? filters : { ...filters, search: null }
  return scan(access, { ...noFilters, ...plain, ...asked }, isWanted, signal)
}

/** One step of the search for the customer who had another id before: Dintero keeps it in `metadata` (contract). */
export function fetchFormerScan(access: AccountAccess, query: FormerScan, signal?: AbortSignal): Promise<CustomerScan> {
  const { was, starting_after } = query
  const had = (row: RawCustomer) => {
    const read = parseWireCustomer(row)
    return 'customer' in read && identityHistory(read.customer).some(({ from }) => from === was)
  }
  return scan(access, { ...noFilters, ...plain, type: 'any', starting_after }, had, signal)
}

/**
 * One step of the search for the contacts of a customer: they name it, and it does not name them, so all contacts are
 * looked through (contract).
 */
export async function fetchContactScan(
  access: AccountAccess,
  customerId: string,
  starting_after: string | null,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  const names = (row: RawCustomer) => {
    const read = parseWireCustomer(row)
    return 'customer' in read && (read.customer.contact_for?.some((one) => one.customer_id === customerId) ?? false)
  }
  const asked = { ...noFilters, ...plain, type: 'contact' as const, starting_after }
  return scan(access, asked, names, signal)
}
