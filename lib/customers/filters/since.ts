import { defineFilter } from '@/lib/customers/filters/filter'
import { instant } from '@/lib/customers/filters/parsers'
import { formatDateTime, zoneName } from '@/lib/time'

/** The customers that were added or changed since an instant, the oldest change first (contract). */
export const since = defineFilter({
  name: 'since',
  params: { since_datetime: instant },
  expected: { since_datetime: 'instant' },
  audit: { since_datetime: 'plain' },
  findsByMaskedPart: false,
  findsDeleted: true,
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
