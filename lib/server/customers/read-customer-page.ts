import 'server-only'
import type { CustomerQuery } from '@/lib/customers/filters/customer-query'
import type { CustomerPage } from '@/lib/customers/model/customer'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { askCollection, cursorAfter, readRows } from '@/lib/server/customers/ask-collection'
import { maskOf } from '@/lib/server/customers/mask'
import { readBySeveralWords, readByWord } from '@/lib/server/customers/read-by-words'
import { readChanges } from '@/lib/server/customers/read-changes'
import { readVisible } from '@/lib/server/customers/read-visible'

/**
 * One page of an account's customers, newest first; with `since_datetime` the oldest change first. Pages and route
 * handlers both come through here. Throws `ApiFailure`: a failure is never an empty list.
 */
export async function readCustomerPage(
  access: AccountAccess,
  query: CustomerQuery,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  requirePermission(access.viewer, 'customers:read')
  if (query.since_datetime !== null)
    return readChanges(access, { ...query, since_datetime: query.since_datetime }, signal)
  if (query.by_word !== null) return readByWord(access, query, query.by_word, signal)
  const mask = await maskOf(access)
  if (mask.isMasked && query.search !== null) {
    const page = await readVisible(access, query, mask, signal)
    if (page.customers.length > 0 || page.next !== null || query.starting_after !== null) return page
    return (await readBySeveralWords(access, query, signal)) ?? page
  }
  const rows = await askCollection(access, query, signal)
  if (rows.length === 0 && query.starting_after === null) {
    const found = await readBySeveralWords(access, query, signal)
    if (found) return found
  }
  const starting_after = cursorAfter(rows, query.limit)
  return { ...readRows(rows, mask), next: starting_after === null ? null : { starting_after } }
}
