import type { ParsedSearch } from '@/components/customers/search/search-grammar'
import { type CustomerQuery, isFiltered, noFilters } from '@/lib/customers/filters/customer-query'

/** The number of customers that are shown for one line. */
const customersPerLine = 5

type Line = Pick<ParsedSearch, 'filters' | 'record' | 'account' | 'problems'>

/**
 * The query of one pasted line. Null for a line that was not understood: its query would find more customers than the
 * line names, or everybody. That is also so for a customer of another account, and for `deleted:only`, which takes a scan.
 */
export function toLineQuery({ filters, record, account, problems }: Line, accountId: string): CustomerQuery | null {
  const { only, ...rest } = filters
  const search = rest.search ?? record ?? null
  const query = { ...noFilters, ...rest, search, limit: customersPerLine, starting_after: null, by_word: null }
  const isOfAccount = account === undefined || account === accountId
  const isNarrowed = isFiltered({ ...query, include_deleted: false })
  return problems.length === 0 && isOfAccount && !only && isNarrowed ? query : null
}
