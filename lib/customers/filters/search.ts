import { defineFilter } from '@/lib/customers/filters/filter'
import { oneOf, single } from '@/lib/customers/filters/parsers'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'

/** The longest search text, in UTF-16 units: as long as the longest `customer_id`. */
export const maxSearchLength = 255

/**
 * The free text: the beginning of a name, phone, email or `customer_id` (contract). It has no operator: the grammar takes
 * the words that stand without one (`search-text/parse.ts`) and prints them (`search-text/print.ts`).
 * `match=words` reads it word by word at once, and without it as one phrase first.
 */
export const search = defineFilter({
  name: 'search',
  params: {
    search: single((text) =>
      text.length <= maxSearchLength && text.trim() !== '' && !isPaymentCardNumber(text) ? text : null,
    ),
    match: oneOf(['words']),
  },
  ownParams: ['match'],
  expected: { search: 'search', match: 'match' },
  rules: { match: ({ match, search }) => !match || Boolean(search) },
  audit: { search: 'hashed', match: 'plain' },
  findsByMaskedPart: true,
  findsDeleted: true,
  chips: () => [],
})
