import { defineFilter } from '@/lib/customers/filters/filter'
import { pattern, single } from '@/lib/customers/filters/parsers'
import { splitPair, textOf } from '@/lib/customers/search-text/pieces'
import { quoteIfNeeded } from '@/lib/customers/search-text/quote'

const maxTypeLength = 255
const maxValueLength = 1000

/** The customers that own a token: of a type, with a value, or both. */
export const token = defineFilter({
  name: 'token',
  params: {
    token_type: pattern(/^.{1,255}$/s),
    token_value: single((text) => (/^.{1,1000}$/s.test(text) ? text : null)),
  },
  expected: {
    token_type: 'a type of token, such as membership_card',
    token_value: 'the whole value of a token',
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
      if (type === '' && value === '')
        return { kind: 'no_value', value: 'token:', expected: ['token:membership_card=2400000000214907'] }
      if (type.length > maxTypeLength || value.length > maxValueLength)
        return { kind: 'too_long', expected: [String(maxTypeLength)] }
      return { token_type: type || null, token_value: value || null }
    },
    print: ({ token_type, token_value }) => {
      if (token_type === null && token_value === null) return []
      const type = token_type === null ? '' : quoteIfNeeded(token_type)
      return [`${type}${token_value === null ? '' : `=${quoteIfNeeded(token_value)}`}`]
    },
  },
  label: (t) => t.filters.token,
  facet: {
    kind: 'fields',
    fields: [
      {
        name: 'type',
        label: (t) => t.filters.tokenType,
        maxLength: maxTypeLength,
        placeholder: 'membership_card',
      },
      { name: 'value', label: (t) => t.filters.tokenValue, maxLength: maxValueLength },
    ],
    read: ({ token_type, token_value }) => ({ type: token_type, value: token_value }),
    write: ({ type = null, value = null }) => ({ token_type: type, token_value: value }),
  },
  chips: ({ token_type, token_value }) =>
    token_type === null && token_value === null
      ? []
      : [
          {
            value: [token_type, token_value].filter((part) => part !== null).join(' = '),
            cleared: { token_type: null, token_value: null },
          },
        ],
})
