import { defineSearch, type FilterAlternative } from '@/lib/customers/filters/filter'
import { search } from '@/lib/customers/filters/search'

/** A text of more words is no name: the words after these are not offered alone. */
const maxWords = 4

/** How the search box reads, writes and completes the filter, and what it offers where nobody is found. */
export const searchSearch = defineSearch(search, {
  alternatives: ({ search }, { findSpellings, withCountryCode }) => {
    if (search === null) return []
    const words = [...new Set(search.split(/\s+/).filter((word) => word !== ''))]
    const other = (kind: FilterAlternative<never>['kind'], value: string) => ({
      kind,
      value,
      change: { search: value },
    })
    const withCode = withCountryCode(search)
    return [
      ...(withCode === null ? [] : [other('with_country_code', withCode)]),
      ...(/^\+\d+$/.test(search) ? [other('without_plus', search.slice(1))] : []),
      ...findSpellings(search).map((spelling) => other('spelling', spelling)),
      ...(words.length > 1 ? words.slice(0, maxWords).map((word) => other('word', word)) : []),
    ]
  },
})
