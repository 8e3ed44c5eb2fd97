import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressKind,
  addressLines,
  countryName,
  mapLink,
  readableAddresses,
} from '@/lib/customers/format/address-lines'
import type { Address } from '@/lib/customers/model/customer'

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

  it('leaves no blank line or comma for a missing part', () => {
    expect(addressLines({ postal_place: 'Oslo' }, 'en')).toEqual(['Oslo'])
    expect(addressLines({ address_line: ' ', postal_code: '0150', country: '' }, 'en')).toEqual(['0150'])
    expect(addressLines({}, 'en')).toEqual([])
  })

  it('keeps the lines of a part separate', () => {
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

  it('never throws, and returns no blank, untrimmed or broken line', () => {
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

  it.each<[string, Address, string[]]>([
    ['Sweden', { postal_code: '111 51', postal_place: 'Stockholm', country: 'SE' }, ['SE-111 51 Stockholm', 'Sweden']],
    [
      'Britain',
      { postal_code: 'N1 9GU', postal_place: 'London', country: 'gb' },
      ['London', 'N1 9GU', 'United Kingdom'],
    ],
    [
      'Japan, whose format has no town',
      { postal_code: '100', postal_place: 'Tokyo', country: 'JP' },
      ['100 Tokyo', 'Japan'],
    ],
    ['a country that nobody knows', { postal_code: '1', postal_place: 'X', country: 'Utopia' }, ['1 X', 'Utopia']],
  ])('writes the place as %s does', (_, place, lines) => {
    expect(addressLines({ address_line: 'Street 1', ...place }, 'en')).toEqual(['Street 1', ...lines])
  })

  it('keeps every letter, whatever the country', () => {
    const codes = fc.constantFrom('NO', 'SE', 'DK', 'FI', 'DE', 'GB', 'US', 'JP', 'BR', 'HK', 'XX', undefined)
    fc.assert(
      fc.property(address, codes, ({ country: _, ...given }, country) => {
        const { address_line = '', address_line_2 = '', postal_code = '', postal_place = '' } = given
        const sorted = (value: string) => [...value.replace(/\s/g, '')].toSorted().join('')
        const lines = addressLines({ ...given, country }, 'en')
        const written = country && /^[A-W]/.test(country) ? lines.slice(0, -1) : lines.filter((line) => line !== 'XX')
        const rest = [...sorted(written.join(''))]
        for (const letter of sorted(address_line + address_line_2 + postal_code + postal_place)) {
          expect(rest).toContain(letter)
          rest.splice(rest.indexOf(letter), 1)
        }
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
  it('omits addresses without a line and a comment', () => {
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

describe('mapLink', () => {
  it('uses the coordinates if there are any, else the lines, and returns null for an address without a place', () => {
    expect(mapLink({ latitude: 59.9, longitude: 10.7 }, 'en')).toBe(
      'https://www.openstreetmap.org/?mlat=59.9&mlon=10.7#map=17/59.9/10.7',
    )
    expect(mapLink({ ...whole, latitude: 91, longitude: 0 }, 'nb')).toBe(
      'https://www.openstreetmap.org/search?query=L%C3%B8kketangen+14+B%2C+1337+Sandvika%2C+Norge',
    )
    expect(mapLink({ country: 'NO', comment: 'Ring' }, 'nb')).toBeNull()
  })
})
