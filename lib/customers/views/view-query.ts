import { type ListFilters, noListFilters, serializeCustomerSearchParams } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { isContactFragment } from '@/lib/customers/search-text/contact-fragment'

/** The filters of a stored query, in canonical form, and the parameters that are left out of it. */
export type ViewQuery = { query: string; leftOut: string[] }

const toText = (filters: ListFilters) => serializeCustomerSearchParams({ ...filters }).replace(/^\?/, '')

/**
 * Parses the query of a view as the page parses its address: what is not understood any more is left out. A page, its size and
 * an open record are no part of a view.
 */
export function parseViewQuery(text: string): ViewQuery & { filters: ListFilters } {
  const { query, problems } = parseCustomerSearchParams(new URLSearchParams(text))
  const isFilter = ([name]: [string, unknown]) => Object.hasOwn(noListFilters, name)
  // The values of the filters alone, which is what the type says.
  const filters = Object.fromEntries(Object.entries(query).filter(isFilter)) as ListFilters
  return { filters, query: toText(filters), leftOut: problems.map(({ field }) => field) }
}

/** The filters whose value is an email, a phone number or a token of somebody. */
const exact = ['email', 'phone_number', 'token_value'] as const

/** As many digits may be a part of a phone number or of a date of birth. */
const maxDigits = 4

/**
 * Whether a text that a colleague has written may hold contact data: an email, a part of one, or more than four digits. A text
 * without them is a name, which is shown to everybody.
 */
export const mayHoldContact = (text: string): boolean =>
  isContactFragment(text) ||
  /[\p{L}\p{N}][._][\p{L}\p{N}]/u.test(text) ||
  text.replace(/\P{Nd}/gu, '').length > maxDigits

/**
 * The query of a view that somebody else has made, for a person who sees masked customers: without the values that this person
 * may not see.
 */
export function withoutContactValues({ filters, leftOut }: { filters: ListFilters; leftOut: string[] }): ViewQuery {
  const { search } = filters
  const masked = [
    ...exact.filter((name) => filters[name] !== null),
    ...(search !== null && mayHoldContact(search) ? ['search' as const] : []),
  ]
  const rest = { ...filters, ...Object.fromEntries(masked.map((name) => [name, null])) }
  return {
    query: toText({ ...rest, match: rest.search === null ? null : rest.match }),
    leftOut: [...leftOut, ...masked],
  }
}
