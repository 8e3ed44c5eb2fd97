import { expect, it } from 'vitest'
import { displayName, isTombstone } from '@/lib/customers/model/display-name'

it.each([
  [{ type: 'customer', first_name: 'Kari', last_name: 'Nordmann' }, 'Kari Nordmann'],
  [{ type: 'customer', last_name: 'Nordmann' }, 'Nordmann'],
  [{ type: 'company', first_name: 'Kari', company: { business_name: 'Fjord AS' } }, 'Fjord AS'],
  [{ type: 'company', first_name: 'Kari' }, 'Kari'],
  [{ type: 'other', company: { business_name: 'Skiklubb' } }, 'Skiklubb'],
  [{ type: 'customer', first_name: '  ' }, ''],
] as const)('%j is called %j', (customer, name) => {
  expect(displayName({ customer_id: 'x', ...customer })).toBe(name)
})

it('recognises a tombstone by its time of deletion', () => {
  expect(isTombstone({ customer_id: 'x', type: 'customer', deleted_at: '2026-01-01T00:00:00Z' })).toBe(true)
  expect(isTombstone({ customer_id: 'x', type: 'customer' })).toBe(false)
})
