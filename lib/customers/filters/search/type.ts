import { completeChoice, parseChoice } from '@/lib/customers/filters/choices'
import { defineSearch } from '@/lib/customers/filters/filter'
import { customerTypeFilters, type } from '@/lib/customers/filters/type'

/** How the search box reads, writes and completes the filter, and what it offers where nobody is found. */
export const typeSearch = defineSearch(type, {
  operator: {
    name: 'type',
    example: 'type:company',
    parse: (pieces) => {
      const type = parseChoice(pieces, customerTypeFilters)
      return typeof type === 'object' ? type : { type }
    },
    print: ({ type }) => (type === null ? [] : [type]),
    complete: (typed) => completeChoice(typed, customerTypeFilters),
  },
  alternatives: ({ type }) =>
    type === 'any' ? [] : [{ kind: type === null ? 'contacts' : 'any_type', change: { type: 'any' as const } }],
})
