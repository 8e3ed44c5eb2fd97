import { email, emailParser } from '@/lib/customers/filters/email'
import { defineSearch } from '@/lib/customers/filters/filter'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { isQuoted, textOf } from '@/lib/customers/search-text/pieces'
import { inQuotes, quoteIfNeeded } from '@/lib/customers/search-text/quote'

/** How the search box reads, writes and completes the filter, and what it offers where nobody is found. */
export const emailSearch = defineSearch(email, {
  operator: {
    name: 'email',
    example: 'email:kari@example.no',
    parse: (pieces, { recogniseEmail }) => {
      const text = textOf(pieces)
      if (isPaymentCardNumber(text)) return { kind: 'payment_card' }
      // In quotes a text stands for itself: Dintero may hold an email of another form.
      const email = (isQuoted(pieces) ? emailParser.parse([text]) : null) ?? recogniseEmail(text)
      return email === null ? { kind: 'invalid', value: text, expected: ['kari@example.no'] } : { email }
    },
    print: ({ email }, { recogniseEmail }) =>
      email === null ? [] : [recogniseEmail(email) === email ? quoteIfNeeded(email) : inQuotes(email)],
    recognise: (text, { recogniseEmail }) => {
      const email = recogniseEmail(text)
      return email === null ? null : { email }
    },
  },
  alternatives: ({ email }) => {
    const [local = ''] = email?.split('@') ?? []
    return local === '' ? [] : [{ kind: 'email_begins', value: local, change: { email: null, search: local } }]
  },
})
