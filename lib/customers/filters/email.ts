import { defineFilter } from '@/lib/customers/filters/filter'
import { pattern } from '@/lib/customers/filters/parsers'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { isQuoted, textOf } from '@/lib/customers/search-text/pieces'
import { inQuotes, quoteIfNeeded } from '@/lib/customers/search-text/quote'

const parser = pattern(/^(?=.{3,320}$)[^\s@]+@[^\s@?;,<>]+$/)

/** The customers that have exactly this email. */
export const email = defineFilter({
  name: 'email',
  params: { email: parser },
  expected: { email: 'email' },
  audit: { email: 'hashed' },
  findsByMaskedPart: false,
  findsDeleted: false,
  operator: {
    name: 'email',
    example: 'email:kari@example.no',
    parse: (pieces, { recogniseEmail }) => {
      const text = textOf(pieces)
      if (isPaymentCardNumber(text)) return { kind: 'payment_card' }
      // In quotes a text stands for itself: Dintero may hold an email of another form.
      const email = (isQuoted(pieces) ? parser.parse([text]) : null) ?? recogniseEmail(text)
      return email === null ? { kind: 'invalid', value: text, expected: ['kari@example.no'] } : { email }
    },
    print: ({ email }, { recogniseEmail }) =>
      email === null ? [] : [recogniseEmail(email) === email ? quoteIfNeeded(email) : inQuotes(email)],
    recognise: (text, { recogniseEmail }) => {
      const email = recogniseEmail(text)
      return email === null ? null : { email }
    },
  },
  label: (t) => t.filters.email,
  facet: { kind: 'value' },
  chips: ({ email }) => (email === null ? [] : [{ value: email, cleared: { email: null } }]),
  alternatives: ({ email }) => {
    const [local = ''] = email?.split('@') ?? []
    return local === '' ? [] : [{ kind: 'email_begins', value: local, change: { email: null, search: local } }]
  },
})
