import { defineFilter } from '@/lib/customers/filters/filter'
import { instant } from '@/lib/customers/filters/parsers'
import { textOf } from '@/lib/customers/search-text/pieces'
import { formatDateTime, zoneName } from '@/lib/time'

const examples = ['7d', '2026-01-31', '2026-01-31T08:00']

/** The customers that were added or changed since an instant, the oldest change first (contract). */
export const since = defineFilter({
  name: 'since',
  params: { since_datetime: instant },
  expected: { since_datetime: 'instant' },
  audit: { since_datetime: 'plain' },
  findsByMaskedPart: false,
  findsDeleted: true,
  operator: {
    name: 'since',
    example: 'since:7d',
    parse: (pieces, { parseSince }) => {
      const text = textOf(pieces)
      if (text.includes('..')) return { kind: 'not_offered', value: 'range' }
      const since_datetime = parseSince(text)
      return since_datetime === null ? { kind: 'invalid', value: text, expected: examples } : { since_datetime }
    },
    print: ({ since_datetime }) => (since_datetime === null ? [] : [since_datetime]),
    complete: (typed, { now }) =>
      ['1d', '7d', '30d', '1y', now.toISOString().slice(0, 10)]
        .filter((value) => value.startsWith(typed))
        .map((value) => ({ text: value, label: value, kind: 'value' })),
  },
  label: (t) => t.filters.since,
  facet: { kind: 'instant' },
  shortcut: { key: 'u', title: (t) => t.shortcuts.filterSince },
  chips: ({ since_datetime }, { locale, zone }) =>
    since_datetime === null
      ? []
      : [
          {
            value: `${formatDateTime(since_datetime, locale, zone)} ${zoneName(since_datetime, locale, zone)}`,
            cleared: { since_datetime: null },
          },
        ],
})
