import { defineSearch, type FilterAlternative } from '@/lib/customers/filters/filter'
import { phone, phoneParser } from '@/lib/customers/filters/phone'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { isQuoted, textOf } from '@/lib/customers/search-text/pieces'
import { inQuotes } from '@/lib/customers/search-text/quote'

/** The last digits of a number are heard wrong most often. */
const uncertainDigits = 3

/** How the search box reads, writes and completes the filter, and what it offers where nobody is found. */
export const phoneSearch = defineSearch(phone, {
  operator: {
    name: 'phone',
    example: 'phone:99999999',
    parse: (pieces, { recognisePhone }) => {
      const text = textOf(pieces)
      if (isPaymentCardNumber(text)) return { kind: 'payment_card' }
      // In quotes a number stands for itself: Dintero holds some without their plus.
      const exact = isQuoted(pieces) ? phoneParser.parse([text]) : null
      const phone_number = exact ?? recognisePhone(text)
      return phone_number === null ? { kind: 'not_a_phone', value: text } : { phone_number }
    },
    print: ({ phone_number }) => (phone_number === null ? [] : [inQuotes(phone_number)]),
    recognise: (text, { recognisePhone }) => {
      const phone_number = recognisePhone(text)
      return phone_number === null ? null : { phone_number }
    },
  },
  alternatives: ({ search, phone_number }, { otherReadingsOfPhone }) => {
    const digits = phone_number ?? (/^\+?\d+$/.test(search ?? '') ? search : null)
    const readings: FilterAlternative<{ phone_number: string | null }>[] =
      digits === null
        ? []
        : otherReadingsOfPhone(digits).map((number) => ({
            kind: 'phone',
            value: number,
            change: { search: null, phone_number: number },
          }))
    if (phone_number === null) return readings
    const begins = phone_number.slice(0, -uncertainDigits)
    const other = phone_number.startsWith('+') ? phone_number.slice(1) : `+${phone_number}`
    const shorter: FilterAlternative<{ phone_number: string | null }> = {
      kind: 'phone_begins',
      value: begins,
      change: { phone_number: null, search: begins },
    }
    return [
      ...readings,
      ...(begins.length > 3 ? [shorter] : []),
      { kind: other.startsWith('+') ? 'with_plus' : 'without_plus', value: other, change: { phone_number: other } },
    ]
  },
})
