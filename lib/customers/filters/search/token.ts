import { defineSearch } from '@/lib/customers/filters/filter'
import { maxTokenLengths, token } from '@/lib/customers/filters/token'
import { splitPair, textOf } from '@/lib/customers/search-text/pieces'
import { quoteIfNeeded } from '@/lib/customers/search-text/quote'

/** Longer than a phone number is at home. */
const minCardDigits = 9

/** How the search box reads, writes and completes the filter, and what it offers where nobody is found. */
export const tokenSearch = defineSearch(token, {
  operator: {
    name: 'token',
    example: 'token:membership_card=2400000000214907',
    parse: (pieces) => {
      const pair = splitPair(pieces)
      const type = textOf(pair.name)
      const value = pair.value === null ? '' : textOf(pair.value)
      if (type === '' && value === '') return { kind: 'no_value' }
      if (type.length > maxTokenLengths.type || value.length > maxTokenLengths.value)
        return { kind: 'too_long', expected: [String(maxTokenLengths.type)] }
      return { token_type: type || null, token_value: value || null }
    },
    print: ({ token_type, token_value }) => {
      if (token_type === null && token_value === null) return []
      const type = token_type === null ? '' : quoteIfNeeded(token_type)
      return [`${type}${token_value === null ? '' : `=${quoteIfNeeded(token_value)}`}`]
    },
  },
  alternatives: ({ search }, { tokenTypes }) => {
    const digits = search?.replace(/[\s.-]/g, '') ?? ''
    if (!/^\d+$/.test(digits) || digits.length < minCardDigits) return []
    return tokenTypes.map((token_type) => ({
      kind: 'token',
      value: digits,
      change: { search: null, token_type, token_value: digits },
    }))
  },
})
