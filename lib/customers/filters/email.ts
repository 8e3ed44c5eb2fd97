import { defineFilter } from '@/lib/customers/filters/filter'
import { pattern } from '@/lib/customers/filters/parsers'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { isQuoted, textOf } from '@/lib/customers/search-text/pieces'
import { quoteIfNeeded } from '@/lib/customers/search-text/quote'

const parser = pattern(/^(?=.{3,320}$)[^\s@]+@[^\s@]+$/)

/** The customers that have exactly this email. */
export const email = defineFilter({
  name: 'email',
  params: { email: parser },
  expected: { email: 'one complete email address' },
  audit: { email: 'hashed' },
  findsByMaskedPart: false,
  findsDeleted: false,
  operator: {
    name: 'email',
    example: 'email:kari@example.no',
    parse: (pieces, { recogniseEmail }) => {
      const text = textOf(pieces)
      const email = recogniseEmail(text) ?? parser.parse([text])
      if (isPaymentCardNumber(text)) return { kind: 'payment_card' }
      if (email === null) return { kind: 'invalid', value: text, expected: ['kari@example.no'] }
      return { email: isQuoted(pieces) ? (parser.parse([text]) ?? email) : email }
    },
    print: ({ email }) => (email === null ? [] : [quoteIfNeeded(email)]),
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
