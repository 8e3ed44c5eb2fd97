import { completeChoice, parseChoice } from '@/lib/customers/filters/choices'
import { alone, deleted, hidden, included } from '@/lib/customers/filters/deleted'
import { defineSearch } from '@/lib/customers/filters/filter'

/** How the search box reads, writes and completes the filter, and what it offers where nobody is found. */
export const deletedSearch = defineSearch(deleted, {
  operator: {
    name: 'deleted',
    example: 'deleted:included',
    parse: (pieces) => {
      const choice = parseChoice(pieces, ['hidden', 'included', 'only', 'yes', 'no'])
      if (typeof choice === 'object') return choice
      return { hidden, included, only: alone, yes: included, no: hidden }[choice]
    },
    print: ({ include_deleted, only }) => (only ? ['only'] : include_deleted ? ['included'] : []),
    complete: (typed) =>
      completeChoice(typed, ['hidden', 'included', 'only']).map((one) => ({ ...one, note: `deleted_${one.text}` })),
  },
  alternatives: ({ include_deleted }) =>
    include_deleted ? [] : [{ kind: 'deleted', change: { include_deleted: true } }],
})
