import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOrganizationNumber, isOrganizationNumber } from '@/lib/customers/format/organization-number'

describe('formatOrganizationNumber', () => {
  it.each([
    ['923609016', '923 609 016'],
    ['923609016MVA', '923 609 016 MVA'],
    ['923 609 016 mva', '923 609 016 MVA'],
    ['7', '7'],
    ['9236090161', '9236090161'],
    ['NO923609016MVA', 'NO923609016MVA'],
    ['SE556703748501', 'SE556703748501'],
    ['', ''],
  ])('writes %s as %s', (given, written) => {
    expect(formatOrganizationNumber(given)).toBe(written)
  })

  it('groups any nine digits, and leaves a grouped number unchanged', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), fc.constantFrom('', 'MVA', ' MVA'), (digits, mva) => {
        const written = formatOrganizationNumber(digits + mva)
        expect(written).toMatch(/^\d{3} \d{3} \d{3}( MVA)?$/)
        expect(written.replace(/\D/g, '')).toBe(digits)
        expect(formatOrganizationNumber(written)).toBe(written)
      }),
    )
  })

  it('never changes a letter or a digit', () => {
    const compact = (text: string) => text.replace(/\s/g, '').toUpperCase()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(compact(formatOrganizationNumber(text))).toBe(compact(text))
      }),
    )
  })
})

it.each([
  ['923609016', true],
  ['923 609 016 MVA', true],
  ['923609017', false],
  ['92360901', false],
  ['923609016X', false],
  ['', false],
])('%s is an organization number: %s', (text, is) => {
  expect(isOrganizationNumber(text)).toBe(is)
})
