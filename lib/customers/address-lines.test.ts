import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKind, addressLines, countryName, readableAddresses } from '@/lib/customers/address-lines'
import type { Address } from '@/lib/customers/customer'

const whole: Address = {
  address_line: 'Løkketangen 14 B',
  address_line_2: 'H0302',
  postal_code: '1337',
  postal_place: 'Sandvika',
  country: 'NO',
}

describe('addressLines', () => {
  it('writes an address as on an envelope, with the country in the language', () => {
    expect(addressLines(whole, 'en')).toEqual(['Løkketangen 14 B', 'H0302', '1337 Sandvika', 'Norway'])
    expect(addressLines(whole, 'nb').at(-1)).toBe('Norge')
  })

  it('leaves nothing behind for what is missing or blank', () => {
    expect(addressLines({ postal_place: 'Oslo' }, 'en')).toEqual(['Oslo'])
    expect(addressLines({ address_line: ' ', postal_code: '0150', country: '' }, 'en')).toEqual(['0150'])
    expect(addressLines({}, 'en')).toEqual([])
  })

  it('keeps lines within a part apart', () => {
    expect(addressLines({ address_line: 'c/o Haugen\r\n\r\nÅsveien 7' }, 'en')).toEqual(['c/o Haugen', 'Åsveien 7'])
  })

  const text = fc.option(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', ' ', '\n', 'NO')), {
    nil: undefined,
  })
  const address = fc.record({
    address_line: text,
    address_line_2: text,
    postal_code: text,
    postal_place: text,
    country: text,
    type: text,
    custom_type: text,
    comment: text,
  })

  it('never throws, and has no blank, untrimmed or broken line, whatever it is given', () => {
    fc.assert(
      fc.property(address, (given) => {
        for (const line of addressLines(given, 'nb')) {
          expect(line).toBe(line.trim())
          expect(line).not.toBe('')
          expect(line).not.toMatch(/[\n\r]/)
        }
        addressKind(given)
      }),
    )
  })

  it('loses no letter of the parts that are written as they are', () => {
    fc.assert(
      fc.property(address, ({ country: _, ...given }) => {
        const { address_line = '', address_line_2 = '', postal_code = '', postal_place = '' } = given
        const letters = (value: string) => value.replace(/\s/g, '')
        const written = addressLines(given, 'en').join('')
        expect(letters(written)).toBe(letters(address_line + address_line_2 + postal_code + postal_place))
      }),
    )
  })
})

describe('countryName', () => {
  it.each([
    ['NO', 'Norway'],
    ['se', 'Sweden'],
    ['ZZ', 'ZZ'],
    ['XX', 'XX'],
    ['NOR', 'NOR'],
    ['Norge', 'Norge'],
    ['<b>', '<b>'],
  ])('reads %s as %s', (code, name) => {
    expect(countryName(code, 'en')).toBe(name)
  })
})

describe('readableAddresses', () => {
  it('leaves out what holds neither a line nor a comment', () => {
    const comment = { comment: 'Ring the bell.' }
    expect(readableAddresses([whole, {}, { type: 'home' }, comment, { address_line: ' ' }], 'en')).toEqual([
      whole,
      comment,
    ])
    expect(readableAddresses(undefined, 'en')).toEqual([])
  })
})

describe('addressKind', () => {
  it('prefers the custom type', () => {
    expect(addressKind({ type: 'custom', custom_type: 'Hytte' })).toEqual({ custom: 'Hytte' })
    expect(addressKind({ type: 'home' })).toEqual({ type: 'home' })
    expect(addressKind({ type: 'custom', custom_type: ' ' })).toBeNull()
    expect(addressKind({})).toBeNull()
  })
})
