import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatExpiry, hasExpired, maskCardMetadata, paymentCard, readableValue } from '@/lib/customers/format/token'

const card = (metadata: Record<string, unknown>) => paymentCard({ id: 'i', metadata })

describe('paymentCard', () => {
  it('reads the last digits and the expiry, as numbers or as texts', () => {
    expect(card({ mask_pan: '541275******4716', exp_month: 9, exp_year: 2027 })).toEqual({
      lastDigits: '4716',
      expiry: { month: 9, year: 2027 },
    })
    expect(card({ exp_month: '09', exp_year: '27' })).toEqual({ lastDigits: null, expiry: { month: 9, year: 2027 } })
  })

  it('omits wrong digits and dates', () => {
    expect(card({ mask_pan: '<script>', exp_month: 13, exp_year: 2027 })).toEqual({ lastDigits: null, expiry: null })
    expect(card({ level: 3 })).toBeNull()
    expect(paymentCard({ id: 'i' })).toBeNull()
  })
})

describe('maskCardMetadata', () => {
  it('keeps that a card has an expiry, and not which', () => {
    expect(card(maskCardMetadata({ mask_pan: '541275******4716', exp_month: 9, exp_year: 2027 }))).toEqual({
      lastDigits: null,
      expiry: '••••',
    })
    expect(card(maskCardMetadata({ level: 3 }))).toBeNull()
  })

  it('holds nothing else of any metadata', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (metadata) => {
        expect(Object.entries(maskCardMetadata(metadata)).flat().join()).toMatch(/^(exp_year,••••)?$/)
      }),
    )
  })
})

describe('hasExpired', () => {
  it('is false until the last day of the month, in the zone of the reader', () => {
    const lastMoment = new Date('2026-10-31T22:30:00Z')
    expect(hasExpired({ month: 10, year: 2026 }, lastMoment, 'UTC')).toBe(false)
    // Winter time has begun: 23:30 in Oslo.
    expect(hasExpired({ month: 10, year: 2026 }, lastMoment, 'Europe/Oslo')).toBe(false)
    expect(hasExpired({ month: 10, year: 2026 }, lastMoment, 'Asia/Tokyo')).toBe(true)
    expect(hasExpired({ month: 12, year: 2025 }, lastMoment, 'UTC')).toBe(true)
  })
})

it('formats an expiry as printed on a card', () => {
  expect(formatExpiry({ month: 3, year: 2030 })).toBe('03/30')
})

describe('the value of a token', () => {
  const uuid = '2d9ca02b-715f-4ebc-87f2-120b81a26ef2'
  const hash = 'ab'.repeat(32)
  it.each([
    ['a membership number, in groups', { type: 'membership_card', value: '24005550001044' }, '2400 5550 0010 44'],
    ['a short number', { type: 'membership_card', value: '12345' }, '12345'],
    ['a number with letters', { type: 'membership_card', value: 'Il-2400' }, 'Il-2400'],
    ['a UUID', { type: 'app', value: uuid }, uuid],
    ['a hash, shortened', { type: 'hashed_email', value: hash }, 'abab…abab'],
    ['a long value, shortened without a split character', { value: '🎿'.repeat(40) }, '🎿🎿🎿🎿…🎿🎿🎿🎿'],
    [
      'a payment card, by its last digits',
      { value: 'x', metadata: { mask_pan: '4111********1111' } },
      '•••• •••• •••• 1111',
    ],
    ['a payment card without digits, shortened', { type: 'payment_card', value: '4925000000000004' }, '4925…0004'],
    ['a payment card of another type', { value: '4925000000000004', metadata: { exp_month: 3 } }, '4925…0004'],
    ['none', { type: 'membership_card' }, undefined],
  ])('%s', (_, token, shown) => {
    expect(readableValue({ id: 't', ...token })).toBe(shown)
  })
})
