import 'server-only'
import type { CustomerQuery } from '@/lib/customers/filters/customer-query'
import type { CustomerPage } from '@/lib/customers/model/customer'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { cursorAfter, fetchCustomerRows, toCustomers } from '@/lib/server/customers/fetch/collection'
import { fetchBySeveralWords, fetchByWord } from '@/lib/server/customers/fetch/fetch-by-words'
import { fetchChanges } from '@/lib/server/customers/fetch/fetch-changes'
import { fetchVisibleMatches } from '@/lib/server/customers/fetch/fetch-visible-matches'
import { getMask } from '@/lib/server/customers/fetch/mask'

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
  if (query.by_word !== null) return fetchByWord(access, query, query.by_word, signal)
  const mask = await getMask(access)
  if (mask.isMasked && query.search !== null) {
    const page = await fetchVisibleMatches(access, query, mask, signal)
    if (page.customers.length > 0 || page.next !== null || query.starting_after !== null) return page
    return (await fetchBySeveralWords(access, query, signal)) ?? page
  }
  const rows = await fetchCustomerRows(access, query, signal)
  if (rows.length === 0 && query.starting_after === null) {
    const found = await fetchBySeveralWords(access, query, signal)
    if (found) return found
  }
  const starting_after = cursorAfter(rows, query.limit)
  return { ...toCustomers(rows, mask), next: starting_after === null ? null : { starting_after } }
}
