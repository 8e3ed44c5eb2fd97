import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { filters as allFilters } from '@/lib/customers/filters/registry'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { inQuotes } from '@/lib/customers/search-text/quote'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** The free text as it may stand in the box: without quotes where it is parsed as nothing else. */
function printFreeText(search: string, vocabulary: Vocabulary): string {
  const { parsed, problems } = parseSearchText(search, vocabulary)
  const isItself = problems.length === 0 && parsed.record === undefined && parsed.account === undefined
  const { search: again, ...others } = parsed.filters
  return isItself && again === search && Object.keys(others).length === 0 ? search : inQuotes(search)
}

/**
 * The canonical search text of filters; parsed again it sets the same ones. (A UUID is quoted: without quotes it would
 * open a record.)
 */
export function printSearchText(filters: ListFilters, vocabulary: Vocabulary): string {
  const operators = allFilters.flatMap(
    ({ operator }) => operator?.print(filters, vocabulary).map((value) => `${operator.name}:${value}`) ?? [],
  )
  const words = filters.search === null ? [] : [printFreeText(filters.search, vocabulary)]
  return [...words, ...operators].join(' ')
}
