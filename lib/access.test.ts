import { expect, it } from 'vitest'
import { hasPermission } from '@/lib/access'

it.each([
  ['viewer', true, false, false],
  ['agent', true, true, false],
  ['auditor', false, false, true],
  ['admin', true, true, true],
  [null, false, false, false],
] as const)('%s: customers %s, contact data %s, activity %s', (role, customers, contact, activity) => {
  expect(hasPermission(role, 'contact:read')).toBe(contact)
  expect(hasPermission(role, 'customers:read')).toBe(customers)
  expect(hasPermission(role, 'activity:read')).toBe(activity)
})
