import { defineSearch } from '@/lib/customers/filters/filter'
import { since } from '@/lib/customers/filters/since'
import { textOf } from '@/lib/customers/search-text/pieces'

const examples = ['7d', '2026-01-31', '2026-01-31T08:00']

/** How the search box reads, writes and completes the filter, and what it offers where nobody is found. */
export const sinceSearch = defineSearch(since, {
  operator: {
    name: 'since',
    example: 'since:7d',
    parse: (pieces, { parseSince }) => {
      const text = textOf(pieces)
      if (text.includes('..')) return { kind: 'not_offered', value: 'range' }
      const since_datetime = parseSince(text)
      return since_datetime === null ? { kind: 'invalid', value: text, expected: examples } : { since_datetime }
    },
    print: ({ since_datetime }) => (since_datetime === null ? [] : [since_datetime]),
    complete: (typed, { now }) =>
      ['1d', '7d', '30d', '1y', now.toISOString().slice(0, 10)]
        .filter((value) => value.startsWith(typed))
        .map((value) => ({ text: value, label: value, kind: 'value' })),
  },
})
