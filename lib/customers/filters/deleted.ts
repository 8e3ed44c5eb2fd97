import { completeChoice, parseChoice } from '@/lib/customers/filters/choices'
import { defineFilter } from '@/lib/customers/filters/filter'
import { oneOf, trueOrFalse } from '@/lib/customers/filters/parsers'

const hidden = { include_deleted: false, only: null }
const included = { include_deleted: true, only: null }
const alone = { include_deleted: false, only: 'deleted' as const }

/** Whether deleted customers are listed too, or alone: for the latter Dintero has no filter, so a scan finds them. */
export const deleted = defineFilter({
  name: 'deleted',
  params: { include_deleted: trueOrFalse.withDefault(false) },
  pageParams: { only: oneOf(['deleted']) },
  expected: { include_deleted: 'trueOrFalse', only: 'deletedOnly' },
  rules: { only: ({ only, since_datetime }) => !only || !since_datetime },
  audit: { include_deleted: 'plain', only: 'plain' },
  findsByMaskedPart: false,
  findsDeleted: true,
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
  label: (t) => t.filters.deleted,
  facet: {
    kind: 'choices',
    choices: (t) => [
      { value: 'hidden', label: t.filters.deletedHidden },
      { value: 'included', label: t.filters.deletedIncluded },
      { value: 'only', label: t.filters.deletedOnly, note: t.filters.onlyNote },
    ],
    selected: ({ include_deleted, only }) => (only ? 'only' : include_deleted ? 'included' : 'hidden'),
    select: (value) => (value === 'only' ? alone : value === 'included' ? included : hidden),
  },
  shortcut: { key: 'd', title: (t) => t.shortcuts.filterDeleted },
  chips: ({ include_deleted, only }, { t }) =>
    only || include_deleted
      ? [{ value: only ? t.filters.deletedOnly : t.filters.deletedIncluded, cleared: hidden }]
      : [],
  alternatives: ({ include_deleted }) =>
    include_deleted ? [] : [{ kind: 'deleted', change: { include_deleted: true } }],
})
