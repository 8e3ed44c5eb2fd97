import { defineFilter } from '@/lib/customers/filters/filter'
import { pattern } from '@/lib/customers/filters/parsers'

export const phoneParser = pattern(/^\+?[1-9]\d{1,14}$/)

/** The customers that have exactly this number. */
export const phone = defineFilter({
  name: 'phone',
  params: { phone_number: phoneParser },
  expected: { phone_number: 'phone' },
  audit: { phone_number: 'hashed' },
  findsByMaskedPart: false,
  findsDeleted: false,
  label: (t) => t.filters.phone,
  facet: { kind: 'value' },
  chips: ({ phone_number }, { formatPhone }) =>
    phone_number === null ? [] : [{ value: formatPhone(phone_number), cleared: { phone_number: null } }],
})
