import { fromPairs, toPairs } from '@/lib/customers/filters/attribute-pairs'
import { defineFilter } from '@/lib/customers/filters/filter'
import { listOf } from '@/lib/customers/filters/parsers'

/** The maximum number of attribute filters in one query (contract). */
export const maxAttributes = 4
/** The customers that have attributes: each with a value, or with any. */
export const attributes = defineFilter({
  name: 'attribute',
  params: { attributes_keys: listOf(maxAttributes), attributes_values: listOf(maxAttributes) },
  expected: {
    attributes_keys: 'attributeNames',
    attributes_values: 'attributeValues',
  },
  rules: {
    attributes_values: ({ attributes_keys, attributes_values }) =>
      !attributes_values || attributes_values.length <= (attributes_keys?.length ?? 0),
  },
  audit: { attributes_keys: 'plain', attributes_values: 'hashed' },
  findsByMaskedPart: false,
  findsDeleted: false,
  label: (t) => t.filters.attribute,
  facet: { kind: 'attributes' },
  shortcut: { key: 'a', title: (t) => t.shortcuts.filterAttribute },
  chips: (values, { t }) => {
    const pairs = toPairs(values)
    return pairs.map(({ name, value }) => ({
      label: name,
      value: value ?? t.filters.isThere,
      cleared: fromPairs(pairs.filter((pair) => pair.name !== name)),
    }))
  },
})
