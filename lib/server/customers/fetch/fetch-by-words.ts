import 'server-only'
import { type CustomerQuery, maxLimit, toFilters } from '@/lib/customers/filters/customer-query'
import type { CustomerPage } from '@/lib/customers/model/customer'
import { type AccountAccess, isHalfOver } from '@/lib/server/auth/account-access'
import {
  cursorAfter,
  fetchCustomerRows,
  fetchCustomerTotal,
  idOf,
  toCustomers,
} from '@/lib/server/customers/fetch/collection'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { SeenRows } from '@/lib/server/customers/fetch/seen-rows'
import { matchesAllWords, partsOf, wordsOf } from '@/lib/server/customers/fetch/words'

/**
 * Search by several words, for people who see customers unmasked (`masked-search.ts` is that of the others). Dintero cannot match them separately: a search matches the beginning of a whole name (contract,
 * "Assumed"). So the customers that match one part of the text are fetched, and filtered here by the other words.
 */

const maxCalls = 10

/**
 * Fetches the customers that match each word of a search, for a text that matches no customer as one phrase. It fetches
 * the customers of the part with the fewest matches, and goes on to the next part if none of them match all words. Null
 * for a text of one word.
 */
export async function fetchBySeveralWords(
  access: AccountAccess,
  query: CustomerQuery,
  signal?: AbortSignal,
): Promise<CustomerPage | null> {
  const words = wordsOf(query.search ?? '')
  if (words.length < 2) return null
  const parts = await Promise.all(partsOf(words).map((by_word) => countPart(access, query, by_word, signal)))
  const size = ({ of }: Part) => of ?? Number.POSITIVE_INFINITY
  const rarestFirst = parts.filter(({ of }) => of !== 0).toSorted((a, b) => size(a) - size(b))
  let callsLeft = maxCalls
  let page: CustomerPage | null = null
  for (const part of rarestFirst) {
    const fetched = await fetchPart(access, query, part, callsLeft, signal)
    page = fetched.page
    callsLeft -= fetched.calls
    if (page.customers.length > 0 || page.next !== null || callsLeft === 0) break
  }
  return page ?? { customers: [], unreadable: [], next: null, looked: { at: 0, of: 0, by_word: words[0] ?? '' } }
}

/** Fetches a further page of a search by several words, using the part (`by_word`) that the first page chose. */
export async function fetchByWord(
  access: AccountAccess,
  query: CustomerQuery,
  by_word: string,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  const part = await countPart(access, query, by_word, signal)
  return (await fetchPart(access, query, part, maxCalls, signal)).page
}

type Part = { by_word: string; of: number | null }

/** The number of customers that match a part. */
async function countPart(
  access: AccountAccess,
  query: CustomerQuery,
  by_word: string,
  signal?: AbortSignal,
): Promise<Part> {
  return { by_word, of: await fetchCustomerTotal(access, { ...toFilters(query), search: by_word }, signal) }
}

/**
 * Fetches the customers of one part from the query's cursor on, a hundred per call, and returns those that match all words,
 * up to the query's limit. `looked` counts the customers that were checked for this page.
 */
async function fetchPart(
  access: AccountAccess,
  query: CustomerQuery,
  { by_word, of }: Part,
  callsLeft: number,
  signal?: AbortSignal,
): Promise<{ page: CustomerPage; calls: number }> {
  const words = wordsOf(query.search ?? '')
  const mask = await getMask(access)
  const page: CustomerPage = { customers: [], unreadable: [], next: null }
  const seen = new SeenRows()
  let at = 0
  let cursor = query.starting_after
  for (let calls = 1; calls <= callsLeft; calls++) {
    signal?.throwIfAborted()
    const pageQuery = { ...query, search: by_word, starting_after: cursor, limit: maxLimit }
    const rows = await fetchCustomerRows(access, pageQuery, signal)
    const fresh = seen.addPage(rows)
    for (const [index, row] of fresh.entries()) {
      const { customers, unreadable } = toCustomers([row], mask)
      page.unreadable.push(...unreadable)
      page.customers.push(...customers.filter((customer) => matchesAllWords(customer, words)))
      at++
      const id = idOf(row)
      const isLast = index === fresh.length - 1 && rows.length < maxLimit
      if (page.customers.length === query.limit && id !== null && !isLast)
        return { page: { ...page, next: { starting_after: id, by_word }, looked: { at, of, by_word } }, calls }
    }
    cursor = cursorAfter(rows, maxLimit)
    if (cursor === null) return { page: { ...page, looked: { at, of, by_word } }, calls }
    if (isHalfOver(access)) break
  }
  const next = cursor === null ? null : { starting_after: cursor, by_word }
  return { page: { ...page, next, looked: { at, of, by_word } }, calls: callsLeft }
}
