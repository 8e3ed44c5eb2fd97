import { expect, it } from 'vitest'
import type { CustomerRecord } from '@/lib/customers/model/record'
import { changedProperties, hasChanged } from '@/lib/customers/model/record-changes'

const before: CustomerRecord = {
  customer: { customer_id: 'x', type: 'customer', email: 'a@b.no', addresses: [{ country: 'NO', type: 'home' }] },
  other: {},
  wrong: [],
}
const after = (customer: Partial<CustomerRecord['customer']>) => ({ ...before.customer, ...customer })

it('lists the properties that differ, whatever their order', () => {
  expect(changedProperties(before.customer, after({ addresses: [{ type: 'home', country: 'NO' }] }))).toEqual([])
  expect(changedProperties(before.customer, after({ email: 'b@b.no', updated_at: 'now' }))).toEqual(['email'])
  expect(changedProperties(before.customer, after({ addresses: [] }))).toEqual(['addresses'])
  expect(changedProperties(before.customer, { customer_id: 'x', type: 'customer' })).toEqual(['email', 'addresses'])
})

it('compares undocumented properties too', () => {
  expect(hasChanged(before, structuredClone(before))).toBe(false)
  expect(hasChanged(before, { ...before, other: { nickname: 'N' } })).toBe(true)
  expect(hasChanged(before, { ...before, wrong: [{ path: ['email'], value: 1 }] })).toBe(true)
  expect(hasChanged(before, { ...before, customer: after({ updated_at: 'now' }) })).toBe(true)
})
