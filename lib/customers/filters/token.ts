import { defineFilter } from '@/lib/customers/filters/filter'
import { pattern, single } from '@/lib/customers/filters/parsers'

/** The longest type and the longest value, in UTF-16 units. */
export const maxTokenLengths = { type: 255, value: 1000 }

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
})
