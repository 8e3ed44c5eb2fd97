import 'server-only'
import type { CustomerQuery } from '@/lib/customers/filters/customer-query'
import type { CustomerPage } from '@/lib/customers/model/customer'
import { wordsOf } from '@/lib/customers/model/match'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { inOtherApostrophes } from '@/lib/server/customers/fetch/apostrophes'
import { cursorAfter, fetchCustomerRows, type RawCustomer, toCustomers } from '@/lib/server/customers/fetch/collection'
import { fetchBySeveralWords, fetchByWord } from '@/lib/server/customers/fetch/fetch-by-words'
import { fetchChanges } from '@/lib/server/customers/fetch/fetch-changes'
import { getMask, type Mask } from '@/lib/server/customers/fetch/mask'
import { fetchMaskedSearch } from '@/lib/server/customers/fetch/masked-search'
import { openCursor, type Position, sealCursor } from '@/lib/server/customers/fetch/sealed-cursor'
import { withWholeNamesFirst } from '@/lib/server/customers/fetch/words'

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
  const sort = (page: CustomerPage) => withWholeNamesFirst(page, query.search)
  if (mask.isMasked) return sort(await fetchMaskedPage(access, query, mask, signal))
  const isByWord = query.match === 'words' && wordsOf(query.search ?? '').length > 1
  const fetchPhrase = async (from: CustomerQuery) =>
    withOtherApostrophes(access, from, await fetchCustomerRows(access, from, signal), signal)
  if (query.by_word !== null) {
    const firstPage = { ...query, by_word: null, starting_after: null }
    const fetchListed = async () => (isByWord ? [] : (await fetchPhrase(firstPage)).rows)
    return sort(await fetchByWord(access, query, query.by_word, fetchListed, signal))
  }
  const isFirst = query.starting_after === null
  const { rows, calls } = isByWord && isFirst ? { rows: [], calls: 0 } : await fetchPhrase(query)
  const starting_after = cursorAfter(rows, query.limit)
  const page = { ...toCustomers(rows, mask), next: starting_after === null ? null : { starting_after } }
  const isFew = isFirst && rows.length < query.limit
  return sort((isFew && (await fetchBySeveralWords(access, query, { page, calls }, signal))) || page)
}

/**
 * The rows of a query, and those of its search with the other kind of apostrophe: together where both fit on one page, else
 * the other ones where the first has none. `calls` is how many calls that has taken.
 */
async function withOtherApostrophes(
  access: AccountAccess,
  query: CustomerQuery,
  rows: RawCustomer[],
  signal?: AbortSignal,
): Promise<{ rows: RawCustomer[]; calls: number }> {
  const search = inOtherApostrophes(query.search)
  const isAlone = query.starting_after !== null && rows.length > 0
  if (search === null || rows.length === query.limit || isAlone) return { rows, calls: 1 }
  const others = await fetchCustomerRows(access, { ...query, search }, signal)
  if (rows.length === 0) return { rows: others, calls: 2 }
  return { rows: rows.length + others.length < query.limit ? [...rows, ...others] : rows, calls: 2 }
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
    const walk = { access, query, mask, signal }
    const page = await fetchMaskedSearch(walk, position)
    const search = inOtherApostrophes(query.search)
    const isEmpty = page.customers.length + page.unreadable.length === 0 && page.next === null
    const found =
      isEmpty && search !== null ? await fetchMaskedSearch({ ...walk, query: { ...query, search } }, position) : page
    return { ...found, next: await seal(found.next) }
  }
  const rows = await fetchCustomerRows(access, { ...query, starting_after: position?.after ?? null }, signal)
  const after = cursorAfter(rows, query.limit)
  return { ...toCustomers(rows, mask), next: await seal(after === null ? null : { after, part: 0 }) }
}
