import { completeChoice, parseChoice } from '@/lib/customers/filters/choices'
import { defineFilter } from '@/lib/customers/filters/filter'
import { oneOf, trueOrFalse } from '@/lib/customers/filters/parsers'

const hidden = { include_deleted: false, only: null }
const shown = { include_deleted: true, only: null }
const alone = { include_deleted: false, only: 'deleted' as const }

/** Whether deleted customers are listed too, or alone: for the latter Dintero has no filter, so a scan finds them. */
export const deleted = defineFilter({
  name: 'deleted',
  params: { include_deleted: trueOrFalse.withDefault(false) },
  pageParams: { only: oneOf(['deleted']) },
  expected: { include_deleted: 'true or false', only: 'deleted, without since_datetime' },
  rules: { only: ({ only, since_datetime }) => !only || !since_datetime },
  audit: { include_deleted: 'plain', only: 'plain' },
  findsByMaskedPart: false,
  findsDeleted: true,
  operator: {
    name: 'deleted',
    example: 'deleted:yes',
    parse: (pieces) => {
      const choice = parseChoice(pieces, ['yes', 'no', 'only'])
      if (typeof choice === 'object') return choice
      return { yes: shown, no: hidden, only: alone }[choice]
    },
    print: ({ include_deleted, only }) => (only ? ['only'] : include_deleted ? ['yes'] : []),
    complete: (typed) =>
      completeChoice(typed, ['yes', 'only', 'no']).map((one) => ({ ...one, note: `deleted_${one.text}` })),
  },
  label: (t) => t.filters.deleted,
  facet: {
    kind: 'switch',
    switchLabel: (t) => t.filters.showDeleted,
    choices: (t) => [
      { value: 'hidden', label: t.filters.deletedHidden },
      { value: 'shown', label: t.filters.deletedShown, short: t.filters.shown },
      { value: 'deleted', label: t.filters.deletedOnly, short: t.filters.only, note: t.filters.onlyNote },
    ],
    selected: ({ include_deleted, only }) => only ?? (include_deleted ? 'shown' : 'hidden'),
    select: (value) => (value === 'deleted' ? alone : value === 'shown' ? shown : hidden),
  },
  shortcut: { key: 'd', title: (t) => t.shortcuts.toggleDeleted },
  chips: ({ include_deleted, only }, { t }) =>
    only || include_deleted ? [{ value: only ? t.filters.only : t.filters.shown, cleared: hidden }] : [],
  alternatives: ({ include_deleted }) =>
    include_deleted ? [] : [{ kind: 'deleted', change: { include_deleted: true } }],
})
