import 'server-only'
import { type CustomerQuery, maxLimit, toFilters } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerPage } from '@/lib/customers/model/customer'
import { searchableNames } from '@/lib/customers/model/display-name'
import { type AccountAccess, isHalfOver } from '@/lib/server/auth/account-access'
import {
  cursorAfter,
  fetchCustomerRows,
  fetchCustomerTotal,
  idOf,
  toCustomers,
} from '@/lib/server/customers/fetch/collection'
import { isFoundVisibly } from '@/lib/server/customers/fetch/fetch-visible-matches'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { Pagination } from '@/lib/server/customers/fetch/pagination'

/**
 * Dintero finds no two words together: a search is the beginning of a whole name (contract, "Assumed"). So the customers
 * of a part of the text are read, and those kept that hold the rest.
 */

const mostCalls = 10

const wordsOf = (text: string) => [...new Set(text.split(/\s+/).filter((word) => word !== ''))]

/**
 * The parts of a text that may be the whole beginning of a name: each of two words; of more, what may be a first or a last
 * name of one or several words, whichever comes first. Four at most, since each costs a call to count.
 */
function partsOf(words: readonly string[]): string[] {
  const [first = '', second = ''] = words
  const [last = '', beforeLast = ''] = words.toReversed()
  return words.length === 2 ? [first, last] : [first, last, `${first} ${second}`, `${beforeLast} ${last}`]
}

/** Whether every word begins a word of the customer's names, email or `customer_id`. */
function holdsAll(customer: Customer, words: readonly string[]): boolean {
  const { email = '', customer_id } = customer
  const texts = [...searchableNames(customer), email, customer_id].map((text) => text.toLowerCase())
  const begun = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  return words.every((word) => begun.some((text) => text.startsWith(word.toLowerCase())))
}

/**
 * The customers in whom each word of a search begins something, where the whole text as one phrase found nobody: the
 * rarest part's customers are read, and the next one's where these hold nobody. Null for a text of one word.
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
  let calls = mostCalls
  let page: CustomerPage | null = null
  for (const part of rarestFirst) {
    const read = await readPart(access, query, part, calls, signal)
    page = read.page
    calls -= read.calls
    if (page.customers.length > 0 || page.next !== null || calls === 0) break
  }
  return page ?? { customers: [], unreadable: [], next: null, looked: { at: 0, of: 0, by_word: words[0] ?? '' } }
}

/** Goes on with a search of several words, by the part that its first page chose. */
export async function fetchByWord(
  access: AccountAccess,
  query: CustomerQuery,
  by_word: string,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  const part = await countPart(access, query, by_word, signal)
  return (await readPart(access, query, part, mostCalls, signal)).page
}

type Part = { by_word: string; of: number | null }

/** How many customers a part finds; not for a person who sees them masked, to whom that number would tell of what is masked. */
async function countPart(
  access: AccountAccess,
  query: CustomerQuery,
  by_word: string,
  signal?: AbortSignal,
): Promise<Part> {
  if ((await getMask(access)).isMasked) return { by_word, of: null }
  return { by_word, of: await fetchCustomerTotal(access, { ...toFilters(query), search: by_word }, signal) }
}

/**
 * Reads the customers of one part from the query's cursor on, a hundred a call, and keeps those that hold all words, up
 * to the query's limit. `looked` counts what this page looked at.
 */
async function readPart(
  access: AccountAccess,
  query: CustomerQuery,
  { by_word, of }: Part,
  mostCallsNow: number,
  signal?: AbortSignal,
): Promise<{ page: CustomerPage; calls: number }> {
  const words = wordsOf(query.search ?? '')
  // Masked first: nobody is found by what this person may not see.
  const mask = await getMask(access)
  const page: CustomerPage = { customers: [], unreadable: [], next: null }
  const walk = new Pagination()
  let at = 0
  let cursor = query.starting_after
  for (let calls = 1; calls <= mostCallsNow; calls++) {
    signal?.throwIfAborted()
    const asked = { ...query, search: by_word, starting_after: cursor, limit: maxLimit }
    const rows = await fetchCustomerRows(access, asked, signal)
    const fresh = walk.take(rows)
    for (const [index, row] of fresh.entries()) {
      const { customers, unreadable } = toCustomers([row], mask)
      page.unreadable.push(...unreadable)
      page.customers.push(...customers.filter((customer) => holdsAll(customer, words)))
      // Nor does it count whom the word found by something masked.
      if (!mask.isMasked || customers.some((customer) => isFoundVisibly(customer, by_word))) at++
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
  return { page: { ...page, next, looked: { at, of, by_word } }, calls: mostCallsNow }
}
