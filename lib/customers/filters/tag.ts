import { defineFilter } from '@/lib/customers/filters/filter'
import { pattern } from '@/lib/customers/filters/parsers'
import { uuidPattern } from '@/lib/customers/model/uuid'

/** The customers that carry one tag of the account. */
export const tag = defineFilter({
  name: 'tag',
  params: { tag_id: pattern(uuidPattern) },
  expected: { tag_id: 'tag' },
  audit: { tag_id: 'plain' },
  findsByMaskedPart: false,
  findsDeleted: false,
  isOfOneAccount: true,
  label: (t) => t.filters.tag,
  facet: { kind: 'tags' },
  shortcut: { key: 't', title: (t) => t.shortcuts.filterTag },
  chips: ({ tag_id }, { t, tags }) => {
    if (tag_id === null) return []
    const name = tags?.find(({ id }) => id === tag_id)?.tag
    return [{ value: name ?? (tags ? t.filters.unknownTag : t.filters.loading), cleared: { tag_id: null } }]
  },
})
