import { describe, expect, it } from 'vitest'
import { roleOfClaim } from '@/lib/server/auth/claims/claims'

describe('roleOfClaim', () => {
  const mapping = { support: 'agent', leads: 'admin' } as const
  it.each([
    ['support', 'agent'],
    [['nobody', 'leads'], 'admin'],
    ['owner', null],
    [[], null],
    [undefined, null],
    [null, null],
    [42, null],
    [{ support: true }, null],
    [['support', 1], null],
    ['constructor', null],
    ['__proto__', null],
  ])('maps %j to %s', (claim, role) => {
    expect(roleOfClaim(claim, mapping)).toBe(role)
  })
})
