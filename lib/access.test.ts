import { expect, it } from 'vitest'
import { hasPermission } from '@/lib/access'

it.each([
  ['viewer', true, false, false, true],
  ['agent', true, true, false, true],
  ['auditor', false, false, true, true],
  ['admin', true, true, true, true],
  [null, false, false, false, false],
] as const)(
  '%s: customers %s, contact data %s, activity %s, own sessions and preferences %s',
  (role, customers, contact, activity, own) => {
    expect(hasPermission(role, 'contact:read')).toBe(contact)
    expect(hasPermission(role, 'customers:read')).toBe(customers)
    expect(hasPermission(role, 'activity:read')).toBe(activity)
    // Whoever reads customers keeps views, and whoever sees their contact data shares them.
    expect(hasPermission(role, 'views:own')).toBe(customers)
    expect(hasPermission(role, 'views:share')).toBe(contact)
    expect(hasPermission(role, 'sessions:own')).toBe(own)
    expect(hasPermission(role, 'preferences:own')).toBe(own)
  },
)
