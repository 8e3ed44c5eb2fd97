import 'server-only'
import type { CustomerQuery } from '@/lib/customers/filters/customer-query'
import type { CustomerPage } from '@/lib/customers/model/customer'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { cursorAfter, fetchCustomerRows, toCustomers } from '@/lib/server/customers/fetch/collection'
import { fetchBySeveralWords, fetchByWord } from '@/lib/server/customers/fetch/fetch-by-words'
import { fetchChanges } from '@/lib/server/customers/fetch/fetch-changes'
import { getMask, type Mask } from '@/lib/server/customers/fetch/mask'
import { fetchMaskedSearch } from '@/lib/server/customers/fetch/masked-search'
import { openCursor, type Position, sealCursor } from '@/lib/server/customers/fetch/sealed-cursor'

/**
 * Fetches one page of an account's customers, newest first, or with `since_datetime` the oldest change first. Throws
 * `ApiFailure`: a failure is never returned as an empty list.
 */
export async function fetchCustomerPage(
  access: AccountAccess,
  query: CustomerQuery,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  requirePermission(access.viewer, 'customers:read')
  if (query.since_datetime !== null)
    return fetchChanges(access, { ...query, since_datetime: query.since_datetime }, signal)
  const mask = await getMask(access)
  if (mask.isMasked) return fetchMaskedPage(access, query, mask, signal)
  if (query.by_word !== null) return fetchByWord(access, query, query.by_word, signal)
  const rows = await fetchCustomerRows(access, query, signal)
  if (rows.length === 0 && query.starting_after === null) {
    const found = await fetchBySeveralWords(access, query, signal)
    if (found) return found
  }
  const starting_after = cursorAfter(rows, query.limit)
  return { ...toCustomers(rows, mask), next: starting_after === null ? null : { starting_after } }
}

/** A page for a person who sees masked customers: its cursors are sealed, and its search matches visible values. */
async function fetchMaskedPage(
  access: AccountAccess,
  query: CustomerQuery,
  mask: Mask,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  const scope = { list: 'customers', filters: query }
  const position = await openCursor(access, scope, query.starting_after)
  const seal = async (next: Position | null) =>
    next === null ? null : { starting_after: await sealCursor(access, scope, next) }
  if (query.search !== null) {
    const page = await fetchMaskedSearch({ access, query, mask, signal }, position)
    return { ...page, next: await seal(page.next) }
  }
  const rows = await fetchCustomerRows(access, { ...query, starting_after: position?.after ?? null }, signal)
  const after = cursorAfter(rows, query.limit)
  return { ...toCustomers(rows, mask), next: await seal(after === null ? null : { after, part: 0 }) }
}
