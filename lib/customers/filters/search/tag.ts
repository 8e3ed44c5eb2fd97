import { startsWith } from '@/lib/customers/filters/choices'
import { defineSearch } from '@/lib/customers/filters/filter'
import { tag } from '@/lib/customers/filters/tag'
import { uuidPattern } from '@/lib/customers/model/uuid'
import { textOf } from '@/lib/customers/search-text/pieces'
import { quoteIfNeeded } from '@/lib/customers/search-text/quote'

/** How the search box reads, writes and completes the filter, and what it offers where nobody is found. */
export const tagSearch = defineSearch(tag, {
  operator: {
    name: 'tag',
    example: 'tag:VIP',
    vocabulary: 'tags',
    parse: (pieces, { tags, nearest }) => {
      const text = textOf(pieces)
      const named = tags?.filter(({ tag }) => tag.toLowerCase() === text.toLowerCase()) ?? []
      const exact = named.filter(({ tag }) => tag === text)
      const candidates = exact.length > 0 ? exact : named
      if (candidates.length > 1)
        return { kind: 'ambiguous_tag', value: text, expected: candidates.map(({ id }) => `tag:${id}`) }
      const id = candidates[0]?.id ?? (uuidPattern.test(text) ? text : null)
      if (id !== null) return { tag_id: id }
      if (tags === null) return { kind: 'tags_unknown', value: text }
      const names = tags.map(({ tag }) => tag)
      return { kind: 'unknown_tag', value: text, expected: nearest(text, names) }
    },
    print: ({ tag_id }, { tags }) => {
      if (tag_id === null) return []
      const name = tags?.find(({ id }) => id === tag_id)?.tag
      const isOnly = name !== undefined && tags?.filter(({ tag }) => tag === name).length === 1
      return [quoteIfNeeded(isOnly && name !== '' ? name : tag_id)]
    },
    complete: (typed, { tags }) =>
      (tags ?? [])
        .filter(({ tag }) => startsWith(tag, typed))
        .map(({ tag }) => ({ text: quoteIfNeeded(tag), label: tag, kind: 'value' })),
  },
})
