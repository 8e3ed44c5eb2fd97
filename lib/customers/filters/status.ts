import { completeChoice, parseChoice } from '@/lib/customers/filters/choices'
import { defineFilter } from '@/lib/customers/filters/filter'
import { oneOf } from '@/lib/customers/filters/parsers'

const statuses = ['active', 'inactive'] as const
const parser = oneOf(statuses)

/** The customers of one status. */
export const status = defineFilter({
  name: 'status',
  params: { status: parser },
  expected: { status: `one of ${statuses.join(', ')}` },
  audit: { status: 'plain' },
  findsByMaskedPart: false,
  findsDeleted: false,
  operator: {
    name: 'status',
    example: 'status:active',
    parse: (pieces) => {
      const status = parseChoice(pieces, statuses)
      return typeof status === 'object' ? status : { status }
    },
    print: ({ status }) => (status === null ? [] : [status]),
    complete: (typed) => completeChoice(typed, statuses),
  },
  label: (t) => t.filters.status,
  facet: {
    kind: 'choices',
    choices: (t) => [
      { value: '', label: t.filters.anyStatus },
      ...statuses.map((status) => ({ value: status, label: t.filters.statuses[status] })),
    ],
    selected: ({ status }) => status ?? '',
    select: (value) => ({ status: parser.parse([value]) }),
  },
  chips: ({ status }, { t }) =>
    status === null ? [] : [{ value: t.filters.statuses[status], cleared: { status: null } }],
})
