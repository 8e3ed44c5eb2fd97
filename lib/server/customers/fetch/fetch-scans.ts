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
import { microsOf } from '@/lib/server/customers/fetch/instant'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { isFoundVisibly } from '@/lib/server/customers/fetch/masked-search'
import { openCursor, sealCursor } from '@/lib/server/customers/fetch/sealed-cursor'
import { SeenRows } from '@/lib/server/customers/fetch/seen-rows'
import { parseWireCustomer } from '@/lib/server/customers/fetch/to-customer'

const pagesPerStep = 5

/** What a scan finds: `list` names it in its cursors, with the person's own values. */
type Scan = { list: string; query: CustomerQuery; isMatch: (row: RawCustomer) => boolean }

/**
 * One step of a scan: goes through pages of the list and returns the rows that pass `isMatch`, a test for which Dintero
 * has no filter. Throws `ApiFailure`.
 */
async function scan(
  access: AccountAccess,
  { list, query, isMatch }: Scan,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  requirePermission(access.viewer, 'customers:read')
  const mask = await getMask(access)
  const scope = { list, filters: query }
  const { starting_after } = query
  const found: RawCustomer[] = []
  const seen = new SeenRows()
  let looked = 0
  let cursor = mask.isMasked ? ((await openCursor(access, scope, starting_after))?.after ?? null) : starting_after
  for (let pages = 0; pages < pagesPerStep; pages++) {
    signal?.throwIfAborted()
    const rows = await fetchCustomerRows(access, { ...query, starting_after: cursor, limit: maxLimit }, signal)
    const fresh = seen.addPage(rows)
    looked += fresh.length
    found.push(...fresh.filter(isMatch))
    cursor = cursorAfter(rows, maxLimit)
    if (cursor === null || isHalfOver(access)) break
  }
  const next = cursor !== null && mask.isMasked ? await sealCursor(access, scope, { after: cursor, part: 0 }) : cursor
  return { ...toCustomers(found, mask), looked, next: next === null ? null : { starting_after: next } }
}

/** The text that an unmasked search of a scan sends to Dintero; a masked one is compared here, and sends none. */
async function splitSearch(access: AccountAccess, search: string | null) {
  return (await getMask(access)).isMasked ? { sent: null, compared: search } : { sent: search, compared: null }
}

/** Whether a row matches a search of a masked role, if there is one. */
function isFoundIn(row: RawCustomer, search: string | null): boolean {
  if (search === null) return true
  const parsed = parseWireCustomer(row)
  return 'customer' in parsed && isFoundVisibly(parsed.customer, search)
}

const unfiltered = { limit: maxLimit, by_word: null }

/** One step of the scan for deleted customers, for which the API has no filter (contract). */
export async function fetchDeletedScan(
  access: AccountAccess,
  query: DeletedScan,
  signal?: AbortSignal,
): Promise<CustomerScan> {
  const { type, search, starting_after } = query
  const { sent, compared } = await splitSearch(access, search)
  const listQuery = {
    ...noFilters,
    ...unfiltered,
    type: type ?? ('any' as const),
    search: sent,
    starting_after,
    include_deleted: true,
  }
  const isMatch = (row: RawCustomer) => isDeleted(row) && isFoundIn(row, compared)
  return scan(access, { list: `deleted ${search}`, query: listQuery, isMatch }, signal)
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
  const { sent, compared } = await splitSearch(access, filters.search)
  const from = microsOf(changed_at ?? '')
  const isMatch = (row: RawCustomer) => {
    const at = microsOf(changedAtOf(row) ?? '')
    return from !== null && at !== null && at >= from && at < from + 1_000n && isFoundIn(row, compared)
  }
  const listQuery = { ...noFilters, ...unfiltered, ...filters, search: sent }
  return scan(access, { list: `changed ${changed_at} ${filters.search}`, query: listQuery, isMatch }, signal)
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
  const listQuery = { ...noFilters, ...unfiltered, type: 'any' as const, starting_after }
  return scan(access, { list: 'former', query: listQuery, isMatch: hadId }, signal)
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
  return scan(access, { list: `contacts of ${customerId}`, query: listQuery, isMatch: isContactOf }, signal)
}
