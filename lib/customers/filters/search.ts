import { defineFilter } from '@/lib/customers/filters/filter'
import { single } from '@/lib/customers/filters/parsers'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'

/** The longest search text, in UTF-16 units: as long as the longest `customer_id`. */
export const maxSearchLength = 255

/**
 * The free text: the beginning of a name, phone, email or `customer_id` (contract). It has no operator: the grammar takes
 * the words that stand without one (`search-text/parse.ts`) and prints them (`search-text/print.ts`).
 */
export const search = defineFilter({
  name: 'search',
  params: {
    search: single((text) =>
      text.length <= maxSearchLength && text.trim() !== '' && !isPaymentCardNumber(text) ? text : null,
    ),
  },
  expected: { search: 'a text of 1 to 255 characters that is no payment card number' },
  audit: { search: 'hashed' },
  findsByMaskedPart: true,
  findsDeleted: true,
  chips: () => [],
  alternatives: ({ search }) => {
    const words = [...new Set(search?.split(/\s+/).filter((word) => word !== '') ?? [])]
    if (words.length > 1) return words.map((word) => ({ kind: 'word', value: word, change: { search: word } }))
    if (!search || !/^\+\d+$/.test(search)) return []
    return [{ kind: 'without_plus', value: search.slice(1), change: { search: search.slice(1) } }]
  },
})
