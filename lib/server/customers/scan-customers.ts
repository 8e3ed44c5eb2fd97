import 'server-only'
import { type CustomerQuery, maxLimit, noFilters } from '@/lib/customers/filters/customer-query'
import type { ChangedScan, DeletedScan, FormerScan } from '@/lib/customers/filters/scan-query'
import type { CustomerScan } from '@/lib/customers/model/customer'
import { identityHistory } from '@/lib/customers/model/identity-history'
import { type AccountAccess, isHalfOver, requirePermission } from '@/lib/server/auth/account-access'
import {
  askCollection,
  changedAtOf,
  cursorAfter,
  isDeleted,
  type RawRow,
  readRows,
} from '@/lib/server/customers/ask-collection'
import { microsOf } from '@/lib/server/customers/instant'
import { maskOf } from '@/lib/server/customers/mask'
import { isFoundVisibly } from '@/lib/server/customers/read-visible'
import { readWireCustomer } from '@/lib/server/customers/to-customer'
import { Walk } from '@/lib/server/customers/walk'

const pagesAStep = 5

/** One step through the plain list: keeps what no filter of Dintero's finds. Throws `ApiFailure`. */
async function scan(
  access: AccountAccess,
  query: CustomerQuery,
  isWanted: (row: RawRow) => boolean,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  requirePermission(access.viewer, 'customers:read')
  const found: RawRow[] = []
  const walk = new Walk()
  let looked = 0
  let cursor = query.starting_after
  for (let pages = 0; pages < pagesAStep; pages++) {
    signal?.throwIfAborted()
    const rows = await askCollection(access, { ...query, starting_after: cursor, limit: maxLimit }, signal)
    const fresh = walk.take(rows)
    looked += fresh.length
    found.push(...fresh.filter(isWanted))
    cursor = cursorAfter(rows, maxLimit)
    if (cursor === null || isHalfOver(access)) break
  }
  return { ...readRows(found, await maskOf(access)), looked, next: cursor === null ? null : { starting_after: cursor } }
}

const plain = { limit: maxLimit, by_word: null }

/** One step of the search for deleted customers, for whom the API has no filter of their own (contract). */
export function scanDeleted(access: AccountAccess, query: DeletedScan, signal?: AbortSignal): Promise<CustomerScan> {
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
export async function scanChanged(
  access: AccountAccess,
  query: ChangedScan,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  const { changed_at, ...filters } = query
  const { search } = filters
  // Whom a search finds tells of what is masked, and so does how many it looks at: then all are looked at.
  const byName = search !== null && (await maskOf(access)).isMasked ? search : null
  const from = microsOf(changed_at ?? '')
  const isWanted = (row: RawRow) => {
    const at = microsOf(changedAtOf(row) ?? '')
    const isThen = from !== null && at !== null && at >= from && at < from + 1_000n
    if (!isThen || byName === null) return isThen
    const read = readWireCustomer(row)
    return 'customer' in read && isFoundVisibly(read.customer, byName)
  }
  const asked = byName === null ? filters : { ...filters, search: null }
  return scan(access, { ...noFilters, ...plain, ...asked }, isWanted, signal)
}

/** One step of the search for the customer who had another id before: Dintero keeps it in `metadata` (contract). */
export function scanFormer(access: AccountAccess, query: FormerScan, signal?: AbortSignal): Promise<CustomerScan> {
  const { was, starting_after } = query
  const had = (row: RawRow) => {
    const read = readWireCustomer(row)
    return 'customer' in read && identityHistory(read.customer).some(({ from }) => from === was)
  }
  return scan(access, { ...noFilters, ...plain, type: 'any', starting_after }, had, signal)
}

/**
 * One step of the search for the contacts of a customer: they name it, and it does not name them, so all contacts are
 * looked through (contract).
 */
export async function scanContacts(
  access: AccountAccess,
  customerId: string,
  starting_after: string | null,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  const names = (row: RawRow) => {
    const read = readWireCustomer(row)
    return 'customer' in read && (read.customer.contact_for?.some((one) => one.customer_id === customerId) ?? false)
  }
  const asked = { ...noFilters, ...plain, type: 'contact' as const, starting_after }
  return scan(access, asked, names, signal)
}
