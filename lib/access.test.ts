import { expect, it } from 'vitest'
import { may } from '@/lib/access'

it.each([
  ['viewer', true, false],
  ['agent', true, false],
  ['auditor', false, true],
  ['admin', true, true],
  [null, false, false],
] as const)('%s: customers %s, activity %s', (role, customers, activity) => {
  expect(may(role, 'customers:read')).toBe(customers)
  expect(may(role, 'activity:read')).toBe(activity)
})
