import 'server-only'
import { type CustomerQuery, maxLimit } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerPage } from '@/lib/customers/model/customer'
import { personName, searchableNames } from '@/lib/customers/model/display-name'
import type { AccountAccess } from '@/lib/server/auth/account-access'
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
import { matchesAllWords, partsOf, wordsOf } from '@/lib/server/customers/fetch/words'

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

/** Whether a search matches a customer by a value that is not masked: names, company name or `customer_id`. */
export function isFoundVisibly(customer: Customer, search: string): boolean {
  const texts = [...searchableNames(customer), personName(customer), customer.customer_id]
  return texts.some((text) => text.toLowerCase().startsWith(search.toLowerCase()))
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

/** One page of the customers that match one part of the text and all its words. */
async function searchPart(walk: Walk, bound: Bound, part: number): Promise<MaskedPage> {
  const { query, mask } = walk
  const words = wordsOf(query.search ?? '')
  const by_word = partsOf(words)[part] ?? ''
  const shown: VisibleRow[] = []
  let at = 0
  let last: string | null = null
  for await (const found of visibleRows({ ...walk, query: { ...query, search: by_word } }, bound, () => false)) {
    at++
    last = idOf(found.row) ?? last
    if (matchesAllWords(found.customer, words)) shown.push(found)
    if (shown.length > query.limit || at === maxLooked) break
  }
  const page = toPage({ shown, part, stoppedAt: bound.isReached ? by_word : null, mask }, query.limit)
  if (page.looked) return page
  const next = page.next ?? (at === maxLooked && last !== null ? { after: last, part } : null)
  return { ...page, next, looked: { at, of: null, by_word } }
}

const wholeText = -1

/**
 * One page of a search for a person who sees masked customers: by the whole text, and where that finds nobody and has
 * several words, by each of its parts. Throws `ApiFailure`.
 */
export async function fetchMaskedSearch(walk: Walk, position: Position | null): Promise<MaskedPage> {
  const bound = { callsLeft: maxCalls, isReached: false }
  const { query } = walk
  const from = (part: number): Walk => {
    const starting_after = position?.part === part ? position.after : null
    return { ...walk, query: { ...query, starting_after, by_word: null } }
  }
  const words = wordsOf(query.search ?? '')
  const parts = words.length < 2 ? [] : partsOf(words)
  if (position !== null && position.part !== wholeText) return searchPart(from(position.part), bound, position.part)
  let page = await searchWhole(from(wholeText), bound)
  const isFound = ({ customers, unreadable, next, looked }: MaskedPage) =>
    customers.length + unreadable.length > 0 || next !== null || looked?.at === null
  for (let part = 0; part < parts.length && position === null && !isFound(page); part++)
    page = await searchPart(from(part), bound, part)
  return page
}
