import { defineFilter } from '@/lib/customers/filters/filter'
import { pattern, single } from '@/lib/customers/filters/parsers'
import { splitPair, textOf } from '@/lib/customers/search-text/pieces'
import { quoteIfNeeded } from '@/lib/customers/search-text/quote'

/** The longest type and the longest value, in UTF-16 units. */
export const maxTokenLengths = { type: 255, value: 1000 }

/** Longer than a phone number is at home. */
const minCardDigits = 9

/** The customers that own a token: of a type, with a value, or both. */
export const token = defineFilter({
  name: 'token',
  params: {
    token_type: pattern(/^.{1,255}$/s),
    token_value: single((text) => (/^.{1,1000}$/s.test(text) ? text : null)),
  },
  expected: {
    token_type: 'tokenType',
    token_value: 'tokenValue',
  },
  audit: { token_type: 'plain', token_value: 'hashed' },
  findsByMaskedPart: false,
  findsDeleted: false,
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
  label: (t) => t.filters.token,
  facet: { kind: 'token' },
  chips: ({ token_type, token_value }) =>
    token_type === null && token_value === null
      ? []
      : [
          {
            value: [token_type, token_value].filter((part) => part !== null).join(' = '),
            cleared: { token_type: null, token_value: null },
          },
        ],
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
