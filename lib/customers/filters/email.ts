import { defineFilter } from '@/lib/customers/filters/filter'
import { pattern } from '@/lib/customers/filters/parsers'

export const emailParser = pattern(/^(?=.{3,320}$)[^\s@]+@[^\s@?;,<>]+$/)

/** The customers that have exactly this email. */
export const email = defineFilter({
  name: 'email',
  params: { email: emailParser },
  expected: { email: 'email' },
  audit: { email: 'hashed' },
  findsByMaskedPart: false,
  findsDeleted: false,
  label: (t) => t.filters.email,
  facet: { kind: 'value' },
  chips: ({ email }) => (email === null ? [] : [{ value: email, cleared: { email: null } }]),
})
