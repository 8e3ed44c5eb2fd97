import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { searchFilters as allFilters } from '@/lib/customers/filters/search/registry'
import { nameIn, valueIn } from '@/lib/customers/search-text/operators/words'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { inQuotes, quoteIfNeeded } from '@/lib/customers/search-text/quote'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** Whether a text is parsed as a search for `search` and as nothing else. */
function isSearchFor(text: string, search: string, vocabulary: Vocabulary): boolean {
  const { parsed, problems } = parseSearchText(text, vocabulary)
  const isAlone = problems.length === 0 && parsed.record === undefined && parsed.account === undefined
  const { search: again, ...others } = parsed.filters
  return isAlone && again === search && Object.keys(others).length === 0
}

/** The free text as it may stand in the box: as it is where it means itself, else in quotes, or behind `text:`. */
function printFreeText(search: string, vocabulary: Vocabulary): string {
  const found = [search, inQuotes(search)].find((text) => isSearchFor(text, search, vocabulary))
  return found ?? `${nameIn(vocabulary.locale, 'text')}:${quoteIfNeeded(search)}`
}

/**
 * The canonical search text of filters, in the language of the vocabulary; parsed again it sets the same ones. (A UUID is
 * printed behind `text:`: alone it would open a record.)
 */
export function printSearchText(filters: ListFilters, vocabulary: Vocabulary): string {
  const { locale } = vocabulary
  const operators = allFilters.flatMap(
    ({ operator }) =>
      operator
        ?.print(filters, vocabulary)
        .map((value) => `${nameIn(locale, operator.name)}:${valueIn(locale, operator.name, value)}`) ?? [],
  )
  const words = filters.search === null ? [] : [printFreeText(filters.search, vocabulary)]
  return [...words, ...operators].join(' ')
}
