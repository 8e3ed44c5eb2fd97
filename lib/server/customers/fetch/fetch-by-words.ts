import 'server-only'
import { type CustomerQuery, maxLimit } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerPage } from '@/lib/customers/model/customer'
import { matchesAllWords, wordsOf } from '@/lib/customers/model/match'
import { type AccountAccess, isHalfOver } from '@/lib/server/auth/account-access'
import {
  cursorAfter,
  fetchCountedRows,
  fetchCustomerRows,
  idOf,
  type RawCustomer,
  toCustomers,
} from '@/lib/server/customers/fetch/collection'
import { unmasked } from '@/lib/server/customers/fetch/mask'
import { SeenRows } from '@/lib/server/customers/fetch/seen-rows'
import { partsOf } from '@/lib/server/customers/fetch/words'

/**
 * Search by several words, for people who see customers unmasked (`masked-search.ts` is that of the others). Dintero cannot
 * match them separately: a search matches the beginning of a whole name (contract, "Assumed"). So the customers that match
 * one part of the text are fetched, and filtered here by the other words.
 */

/** The most calls of a first page, the search for the phrase included. More is read when the person asks for it. */
const maxFirstCalls = 4
const maxFurtherCalls = 10

/** What the text has matched as one phrase, and how many calls that took. */
export type Phrase = { page: Pick<CustomerPage, 'customers' | 'unreadable'>; calls: number }

/** A part of the text, how many customers match it, and the first hundred of them from the cursor on. */
type Part = { by_word: string; of: number | null; rows: RawCustomer[] }
/** What a part has found, where it goes on, and how many of its customers were checked. */
type Found = Pick<CustomerPage, 'customers' | 'unreadable' | 'next'> & { at: number }
/** `listed` are the ids of customers that are on the page already, or on the one before. */
type Bounds = { limit: number; callsLeft: number; listed: ReadonlySet<string> }

/**
 * Fetches the customers that match each word of a search, after those that match it as one phrase: all that fit on the
 * first page. It goes on with the part that has the fewest customers. Null for a text of one word; without `looked` where
 * nobody matches beside the phrase.
 */
export async function fetchBySeveralWords(
  access: AccountAccess,
  query: CustomerQuery,
  phrase: Phrase,
  signal?: AbortSignal,
): Promise<CustomerPage | null> {
  const text = query.search ?? ''
  const words = wordsOf(text)
  if (words.length < 2) return null
  const { parts, callsLeft } = await fetchParts(access, query, maxFirstCalls - phrase.calls, signal)
  const [rarest = { by_word: words[0] ?? '', of: 0, rows: [] }, ...others] = parts

  const { customers, unreadable } = phrase.page
  const bounds = {
    limit: query.limit - customers.length,
    callsLeft,
    listed: new Set(customers.map(({ customer_id }) => customer_id)),
  }
  const found = await readPart(access, query, rarest, bounds, signal)
  if (found.next === null) found.customers.push(...matchesThatFit(query, others, found, bounds))
  const isKnown = ({ id }: { id: string | null }) => unreadable.some((one) => one.id === id)
  const page = {
    customers: [...customers, ...found.customers],
    unreadable: [...unreadable, ...found.unreadable.filter((one) => !isKnown(one))],
    next: found.next,
  }
  const isPhraseAll = customers.length > 0 && found.customers.length === 0 && found.next === null
  if (isPhraseAll) return page
  const { of, by_word } = rarest
  return { ...page, looked: { at: found.at, of, by_word, ...(customers.length > 0 && { phrase: customers.length }) } }
}

/**
 * Fetches a further page of a search by several words, by the part (`by_word`) that the first page has chosen. What the
 * phrase has matched is on the first page: it is fetched at the same time and left out.
 */
export async function fetchByWord(
  access: AccountAccess,
  query: CustomerQuery,
  by_word: string,
  fetchPhrase: () => Promise<readonly RawCustomer[]>,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  const [part, phrase] = await Promise.all([fetchPart(access, query, by_word, signal), fetchPhrase()])
  const listed = new Set(customersOf(phrase).map(({ customer_id }) => customer_id))
  const bounds = { limit: query.limit, callsLeft: maxFurtherCalls - 1, listed }
  const { at, ...page } = await readPart(access, query, part, bounds, signal)
  return { ...page, looked: { at, of: part.of, by_word } }
}

const sizeOf = ({ of, rows }: Part) => (rows.length < maxLimit ? rows.length : (of ?? Number.POSITIVE_INFINITY))

/**
 * The parts that somebody matches, the rarest first. The first word and the last are fetched at once, and longer parts where
 * these two have more customers than the calls that are left can read.
 */
async function fetchParts(access: AccountAccess, query: CustomerQuery, maxCalls: number, signal?: AbortSignal) {
  const [first = '', last = '', ...longer] = partsOf(query.search ?? '')
  const fetchOne = (by_word: string) => fetchPart(access, query, by_word, signal)
  const parts = await Promise.all([first, last].filter((part) => part !== '').map(fetchOne))
  const callsLeft = maxCalls - parts.length
  const rows = Math.min(...parts.map(sizeOf).filter((size) => size > 0))
  const further = rows <= maxLimit * (1 + callsLeft) ? [] : await Promise.all(longer.slice(0, callsLeft).map(fetchOne))
  const rarestFirst = [...parts, ...further]
    .filter((part) => sizeOf(part) > 0)
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))
  return { parts: rarestFirst, callsLeft: callsLeft - further.length }
}

/** The first hundred customers of a part from the query's cursor on, and the number of all. */
async function fetchPart(access: AccountAccess, query: CustomerQuery, by_word: string, signal?: AbortSignal) {
  const ofPart = { ...query, search: by_word, limit: maxLimit }
  const { rows, total } = await fetchCountedRows(access, ofPart, signal)
  return { by_word, of: total, rows }
}

/** Reads on in one part, a hundred customers per call, for those that match all words, up to the bounds. */
async function readPart(
  access: AccountAccess,
  query: CustomerQuery,
  { by_word, rows: firstRows }: Part,
  { limit, callsLeft, listed }: Bounds,
  signal?: AbortSignal,
): Promise<Found> {
  const words = wordsOf(query.search ?? '')
  const found: Found = { customers: [], unreadable: [], next: null, at: 0 }
  const seen = new SeenRows()
  let rows = firstRows
  for (let calls = 0; ; calls++) {
    const fresh = seen.addPage(rows)
    for (const [index, row] of fresh.entries()) {
      const { customers, unreadable } = toCustomers([row], unmasked)
      found.unreadable.push(...unreadable)
      found.customers.push(...customers.filter((one) => matchesAllWords(one, words) && !listed.has(one.customer_id)))
      found.at++
      const id = idOf(row)
      const isLast = index === fresh.length - 1 && rows.length < maxLimit
      if (found.customers.length === limit && id !== null && !isLast)
        return { ...found, next: { starting_after: id, by_word } }
    }
    const cursor = cursorAfter(rows, maxLimit)
    if (cursor === null) return found
    if (calls === callsLeft || isHalfOver(access)) return { ...found, next: { starting_after: cursor, by_word } }
    signal?.throwIfAborted()
    const ofPart = { ...query, search: by_word, starting_after: cursor, limit: maxLimit }
    rows = await fetchCustomerRows(access, ofPart, signal)
  }
}

/**
 * The matches among the first customers of the other parts, which have been fetched anyway. None where the page has no
 * room for all of them: the cursor of the page is in one part.
 */
function matchesThatFit(
  { search }: CustomerQuery,
  others: readonly Part[],
  { customers }: Found,
  { limit, listed }: Bounds,
): Customer[] {
  const words = wordsOf(search ?? '')
  const known = new Set([...listed, ...customers.map(({ customer_id }) => customer_id)])
  const matches = new Map<string, Customer>()
  for (const one of others.flatMap(({ rows }) => customersOf(rows)))
    if (!known.has(one.customer_id) && matchesAllWords(one, words)) matches.set(one.customer_id, one)
  return customers.length + matches.size <= limit ? [...matches.values()] : []
}

const customersOf = (rows: readonly RawCustomer[]): Customer[] => toCustomers(rows, unmasked).customers
