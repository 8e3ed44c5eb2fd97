import type { AccountName } from '@/lib/account'
import {
  activeFilters,
  type CustomerFilters,
  noFilters,
  serializeCustomerFilters,
} from '@/lib/customers/filters/customer-query'
import type { AlternativeContext, FilterAlternative } from '@/lib/customers/filters/filter'
import { searchFilters as allFilters } from '@/lib/customers/filters/search/registry'
import { wordsOf } from '@/lib/customers/model/match'
import { isContactFragment } from '@/lib/customers/search-text/contact-fragment'

type Kind = FilterAlternative<never>['kind']

/** A query to try where nothing was found. */
export type Alternative = {
  kind: Kind
  /** What it is about, for the person: a part of the text, a number, an account's name. */
  value: string
  filters: CustomerFilters
  accountId: string
  /** Whether its customers are counted before the person requests it. */
  isCountedAtOnce: boolean
  /** Whether it is known to match no customer. */
  isImpossible: boolean
}

const mostHelpfulFirst: readonly Kind[] = [
  'without_filters',
  'email_begins',
  'phone_begins',
  'with_country_code',
  'phone',
  'without_plus',
  'with_plus',
  'spelling',
  'word',
  'contacts',
  'any_type',
  'deleted',
  'account',
  'token',
]

/** What the person typed, read in another way. The other kinds search for something else, and wait for a request. */
const countedAtOnce: ReadonlySet<Kind> = new Set(['without_filters', 'with_country_code', 'phone', 'spelling', 'token'])

/** How many calls to Dintero a query that finds nobody takes until the person requests more, with its own. */
const maxCalls = 4

/** How many alternatives are counted at once. */
function countLimit({ search }: CustomerFilters, isMasked: boolean): number {
  // People who see masked customers get no count of a search, and each whole value that they look for is counted.
  if (isMasked) return 0
  // The search by several words has taken its calls, and needs as many for each alternative.
  if (search !== null && isByWords(search)) return 0
  // A search with an apostrophe is one with the other kind of apostrophe as well.
  const callsOfSearch = search !== null && /['’]/.test(search) ? 2 : 1
  return Math.floor((maxCalls - callsOfSearch) / callsOfSearch)
}

/** Whether a search is one by several words, whose customers only its pages count. */
export const isByWords = (search: string): boolean => wordsOf(search).length > 1

/** The same search without the filters that narrow it; those that widen it stay. Null where there are none. */
function withoutFilters(filters: CustomerFilters): CustomerFilters | null {
  const { search, match, email, phone_number, include_deleted, type } = filters
  const beside = search !== null ? { search, match } : email !== null ? { email } : { phone_number }
  const bare = { ...noFilters, ...beside, include_deleted, type: type === 'any' ? type : null }
  const hasText = search !== null || email !== null || phone_number !== null
  return hasText && serializeCustomerFilters(bare) !== serializeCustomerFilters(filters) ? bare : null
}

/** Whether a person who sees masked customers can make a query: they find contact data by the whole value alone. */
const isForMasked = ({ kind, filters }: Alternative) =>
  kind !== 'email_begins' && kind !== 'phone_begins' && !(filters.search !== null && isContactFragment(filters.search))

type NobodyFound = {
  filters: CustomerFilters
  accountId: string
  /** All accounts that the person may open. */
  accounts: readonly AccountName[]
  isMasked: boolean
}

/**
 * The alternatives to a query that matches no customer, the most helpful first: without its filters, a part instead of the
 * whole, other readings and spellings, other kinds of customers, the other accounts, a token. A few are counted at once;
 * each of the others is counted when the person requests it.
 */
export function findAlternatives(
  { filters, accountId, accounts, isMasked }: NobodyFound,
  context: AlternativeContext,
): Alternative[] {
  const here = { accountId, isCountedAtOnce: false, isImpossible: false }
  const bare = withoutFilters(filters)
  const isOfOneAccount = activeFilters(filters).some((filter) => filter.isOfOneAccount)
  const all: Alternative[] = [
    ...(bare === null ? [] : [{ ...here, kind: 'without_filters' as const, value: '', filters: bare }]),
    ...allFilters.flatMap((filter) =>
      (filter.alternatives?.({ ...filters, only: null }, context) ?? []).map(({ kind, value = '', change }) => {
        const changed = { ...filters, ...change }
        const isImpossible = kind === 'deleted' && activeFilters(changed).some(({ findsDeleted }) => !findsDeleted)
        return { ...here, kind, value, filters: changed, isImpossible }
      }),
    ),
    ...accounts
      .filter(({ id }) => id !== accountId && !isOfOneAccount)
      .map(({ id, name }) => ({ ...here, kind: 'account' as const, value: `${name} ${id}`, filters, accountId: id })),
  ]
  const offered = (isMasked ? all.filter(isForMasked) : all).sort(
    (a, b) => mostHelpfulFirst.indexOf(a.kind) - mostHelpfulFirst.indexOf(b.kind),
  )
  const counted = new Set(offered.filter(({ kind }) => countedAtOnce.has(kind)).slice(0, countLimit(filters, isMasked)))
  return offered.map((one) => ({ ...one, isCountedAtOnce: counted.has(one) }))
}
