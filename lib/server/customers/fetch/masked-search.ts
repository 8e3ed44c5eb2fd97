import 'server-only'
import { type CustomerQuery, maxLimit } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerPage } from '@/lib/customers/model/customer'
import { personName, searchableNames } from '@/lib/customers/model/display-name'
import { matchesAllWords, wordsOf } from '@/lib/customers/model/match'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { inOtherApostrophes } from '@/lib/server/customers/fetch/apostrophes'
import {
  cursorAfter,
  fetchCustomerRows,
  idOf,
  type RawCustomer,
  toCustomers,
} from '@/lib/server/customers/fetch/collection'
import type { Mask } from '@/lib/server/customers/fetch/mask'
import type { Position } from '@/lib/server/customers/fetch/sealed-cursor'
import { SeenRows } from '@/lib/server/customers/fetch/seen-rows'
import { partsOf } from '@/lib/server/customers/fetch/words'

/**
 * Search by a person who sees masked customers. Dintero matches emails and phones as well as names, so the customers that
 * match by a masked value alone are left out. All else that is answered depends on the other customers only: where a page
 * ends, whether one follows, and what the search by several words does next.
 */

/**
 * How many calls one page may take, all for the customers that are left out: 2,000 rows. What is found until then is shown,
 * and the page says that it stopped.
 */
const maxCalls = 20
/** After this number of visible customers of one word, the search by several words ends a page. */
const maxLooked = 500

/** The parts of a text, the first of which is the text with the other kind of apostrophe. */
function partsToRead(text: string): string[] {
  const other = inOtherApostrophes(text)
  return other === null ? partsOf(text) : [other, ...partsOf(text)]
}

/** Whether a search matches a customer by a value that Dintero searches and that is not masked. */
const beginsVisibly = (customer: Customer, search: string) =>
  [...searchableNames(customer), customer.customer_id].some((text) =>
    text.toLowerCase().startsWith(search.toLowerCase()),
  )

/** Whether a search matches a customer by a value that is not masked: names, company name or `customer_id`. */
export function isFoundVisibly(customer: Customer, search: string): boolean {
  return beginsVisibly(customer, search) || personName(customer).toLowerCase().startsWith(search.toLowerCase())
}

type Walk = { access: AccountAccess; query: CustomerQuery; mask: Mask; signal: AbortSignal | undefined }
/** The calls that are left, which all parts of one page share. */
type Bound = { callsLeft: number; isReached: boolean }

type VisibleRow = { row: RawCustomer; customer: Customer }

/** All rows of a search, a hundred per call whatever the page size. It ends when no call is left. */
async function* walkRows({ access, query, signal }: Walk, bound: Bound): AsyncGenerator<RawCustomer> {
  const seen = new SeenRows()
  let cursor = query.starting_after
  do {
    if (bound.callsLeft === 0) {
      bound.isReached = true
      return
    }
    bound.callsLeft--
    signal?.throwIfAborted()
    const rows = await fetchCustomerRows(access, { ...query, starting_after: cursor, limit: maxLimit }, signal)
    yield* seen.addPage(rows)
    cursor = cursorAfter(rows, maxLimit)
  } while (cursor !== null)
}

/** The masked customers of a search's rows that match by a visible value, or for which `isLinked` holds. */
async function* visibleRows(
  walk: Walk,
  bound: Bound,
  isLinked: (customerId: string) => boolean,
): AsyncGenerator<VisibleRow> {
  const search = walk.query.search ?? ''
  for await (const row of walkRows(walk, bound)) {
    const [customer] = toCustomers([row], walk.mask).customers
    if (customer && (isFoundVisibly(customer, search) || isLinked(customer.customer_id))) yield { row, customer }
  }
}

/**
 * The ids of the customers that are in the result because one of their contacts matches by a visible value (contract). The
 * contacts are fetched separately because they may be on another page than the customers.
 */
async function linkedIds(walk: Walk, bound: Bound): Promise<ReadonlySet<string>> {
  const { query } = walk
  const linked = new Set<string>()
  if (query.type !== 'contact' && query.type !== 'any') return linked
  const ofContacts = { ...walk, query: { ...query, type: 'contact' as const, starting_after: null } }
  for await (const { customer } of visibleRows(ofContacts, bound, () => false))
    for (const { customer_id } of customer.contact_for ?? []) if (customer_id) linked.add(customer_id)
  return linked
}

/** A page whose `next` is not sealed yet. */
export type MaskedPage = Omit<CustomerPage, 'next'> & { next: Position | null }

type Found = { shown: readonly VisibleRow[]; part: number; stoppedAt: string | null; mask: Mask }

/** The page of the rows that were found: one more than the limit tells that another page follows. */
function toPage({ shown, part, stoppedAt, mask }: Found, limit: number): MaskedPage {
  const rows = shown.slice(0, limit).map(({ row }) => row)
  const after = shown.length > limit ? rows.map(idOf).findLast((id) => id !== null) : undefined
  const next = after ? { after, part } : null
  const looked = stoppedAt !== null && shown.length <= limit && { at: null, of: null, by_word: stoppedAt }
  return { ...toCustomers(rows, mask), next, ...(looked && { looked }) }
}

/** One page of a search by the whole text. */
async function searchWhole(walk: Walk, bound: Bound): Promise<MaskedPage> {
  const { query, mask } = walk
  const linked = await linkedIds(walk, bound)
  const shown: VisibleRow[] = []
  for await (const found of visibleRows(walk, bound, (id) => linked.has(id))) {
    shown.push(found)
    if (shown.length > query.limit) break
  }
  const stoppedAt = bound.isReached ? (query.search ?? '') : null
  return toPage({ shown, part: wholeText, stoppedAt, mask }, query.limit)
}

/** One page of the customers that match one part of the text and all its words, without those that are listed. */
async function searchPart(
  walk: Walk,
  bound: Bound,
  part: number,
  isListed: (customer: Customer) => boolean,
): Promise<MaskedPage> {
  const { query, mask } = walk
  const text = query.search ?? ''
  const words = wordsOf(text)
  const by_word = partsToRead(text)[part] ?? ''
  const shown: VisibleRow[] = []
  let at = 0
  let last: string | null = null
  for await (const found of visibleRows({ ...walk, query: { ...query, search: by_word } }, bound, () => false)) {
    at++
    last = idOf(found.row) ?? last
    if (matchesAllWords(found.customer, words) && !isListed(found.customer)) shown.push(found)
    if (shown.length > query.limit || at === maxLooked) break
  }
  const page = toPage({ shown, part, stoppedAt: bound.isReached ? by_word : null, mask }, query.limit)
  if (page.looked) return page
  const next = page.next ?? (at === maxLooked && last !== null ? { after: last, part } : null)
  return { ...page, next, looked: { at, of: null, by_word } }
}

const wholeText = -1
const nobody: MaskedPage = { customers: [], unreadable: [], next: null }
const isEmpty = ({ customers, unreadable }: MaskedPage) => customers.length + unreadable.length === 0

/**
 * One page of the customers that match all words, part after part from a position on, each of them once: those of an earlier
 * part are told by their visible values. `looked` is what was read of the first part, or why the search has stopped.
 */
async function searchParts(
  walk: Walk,
  bound: Bound,
  from: Position,
  isListed: (customer: Customer) => boolean,
): Promise<MaskedPage> {
  const { query } = walk
  const parts = partsToRead(query.search ?? '')
  let found = nobody
  for (let part = from.part; part < parts.length; part++) {
    const left = query.limit - found.customers.length
    const after = part === from.part ? from.after : ''
    const isKnown = (one: Customer) => isListed(one) || parts.slice(0, part).some((known) => beginsVisibly(one, known))
    // A full page looks for one more, which tells that another page follows.
    const ofPart = { ...walk, query: { ...query, starting_after: after || null, limit: Math.max(left, 1) } }
    const page = await searchPart(ofPart, bound, part, isKnown)
    const isStopped = page.looked?.at === null
    const isLast = isEmpty(page) && page.next === null && !isStopped
    if (left === 0 && !isLast) return { ...found, next: { after: '', part } }
    found = {
      customers: [...found.customers, ...page.customers],
      unreadable: [...found.unreadable, ...page.unreadable],
      next: page.next,
      looked: isStopped ? page.looked : (found.looked ?? page.looked),
    }
    if (page.next !== null || isStopped) break
  }
  return found
}

/**
 * One page of a search for a person who sees masked customers: by the whole text, and where that fills no page and the
 * text has several words, by its parts. Throws `ApiFailure`.
 */
export async function fetchMaskedSearch(walk: Walk, position: Position | null): Promise<MaskedPage> {
  const bound = { callsLeft: maxCalls, isReached: false }
  const { query } = walk
  const text = query.search ?? ''
  const first = { ...walk, query: { ...query, starting_after: null, by_word: null } }
  const hasWords = wordsOf(text).length > 1
  const isByWord = hasWords && query.match === 'words'
  if (position !== null && position.part !== wholeText)
    return searchParts(first, bound, position, (customer) => !isByWord && beginsVisibly(customer, text))
  const starting_after = position?.after ?? null
  const whole = isByWord ? nobody : await searchWhole({ ...first, query: { ...first.query, starting_after } }, bound)
  const room = query.limit - whole.customers.length
  if (!hasWords || position !== null || room <= 0 || whole.next !== null || whole.looked) return whole
  const ids = new Set(whole.customers.map(({ customer_id }) => customer_id))
  const rest = { ...first, query: { ...first.query, limit: room } }
  const { looked, ...page } = await searchParts(rest, bound, { after: '', part: 0 }, (one) => ids.has(one.customer_id))
  if (isEmpty(whole)) return { ...page, looked }
  if (!looked || (isEmpty(page) && page.next === null && looked.at !== null)) return whole
  return {
    customers: [...whole.customers, ...page.customers],
    unreadable: [...whole.unreadable, ...page.unreadable],
    next: page.next,
    looked: { ...looked, phrase: ids.size },
  }
}
