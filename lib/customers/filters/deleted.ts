import { defineFilter } from '@/lib/customers/filters/filter'
import { oneOf, trueOrFalse } from '@/lib/customers/filters/parsers'

export const hidden = { include_deleted: false, only: null }
export const included = { include_deleted: true, only: null }
export const alone = { include_deleted: false, only: 'deleted' as const }

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
})
