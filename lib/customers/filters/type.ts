import { defineFilter } from '@/lib/customers/filters/filter'
import { oneOf } from '@/lib/customers/filters/parsers'
import type { CustomerType } from '@/lib/customers/model/customer'

/** What `type` takes (contract): a type, or `any`, which includes contacts. */
export const customerTypeFilters = [
  'customer',
  'company',
  'contact',
  'employee',
  'other',
  'any',
] as const satisfies readonly (CustomerType | 'any')[]

const parser = oneOf(customerTypeFilters)

/** The customers of one type; without it Dintero lists all but contacts. */
export const type = defineFilter({
  name: 'type',
  params: { type: parser },
  expected: { type: 'type' },
  audit: { type: 'plain' },
  findsByMaskedPart: false,
  findsDeleted: true,
  label: (t) => t.filters.type,
  facet: {
    kind: 'choices',
    choices: (t) => [
      { value: '', label: t.filters.everyTypeButContact },
      ...customerTypeFilters.map((type) =>
        type === 'any'
          ? { value: type, label: t.filters.anyType, short: t.filters.any, note: t.filters.anyNote }
          : { value: type, label: t.types[type] },
      ),
    ],
    selected: ({ type }) => type ?? '',
    select: (value) => ({ type: parser.parse([value]) }),
  },
  shortcut: { key: 'f', title: (t) => t.shortcuts.filterType },
  chips: ({ type }, { t }) =>
    type === null ? [] : [{ value: type === 'any' ? t.filters.any : t.types[type], cleared: { type: null } }],
})
