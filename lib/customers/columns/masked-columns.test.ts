import { expect, it } from 'vitest'
import { attributeForTests } from '@/lib/customers/attribute-for-tests'
import { isColumnMasked } from '@/lib/customers/columns/masked-columns'
import { visibilityAt } from '@/lib/customers/model/customer-mask'

const settings = [attributeForTests('club'), attributeForTests('note', { private: true })]

it.each([
  ['name', ['first_name']],
  ['customer_id', ['customer_id']],
  ['type', ['type']],
  ['email', ['email']],
  ['phone', ['phone_number']],
  ['status', ['status']],
  ['store', ['favorite_store']],
  ['consent', ['marketing_consent', 'sms']],
  ['consent:letter', ['marketing_consent', 'letter']],
  ['place', ['addresses', '0', 'postal_place']],
  ['created', ['created_at']],
  ['attribute:club', ['attributes', 'club']],
  ['attribute:note', ['attributes', 'note']],
  ['attribute:undeclared', ['attributes', 'undeclared']],
])('says of the column %s what the mask does to its values', (id, path) => {
  expect(isColumnMasked(id, settings)).toBe(visibilityAt(path, new Set(['club'])) === 'masked')
})

it('says that attributes are masked while the settings are not known', () => {
  expect(isColumnMasked('attribute:club', undefined)).toBe(true)
})
