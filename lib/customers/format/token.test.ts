import { describe, expect, it } from 'vitest'
import { formatExpiry, hasExpired, paymentCard, shortValue } from '@/lib/customers/format/token'

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

it('shortens a value, and never splits a character', () => {
  expect(shortValue('24009990001234')).toBe('2400…1234')
  expect(shortValue('short')).toBe('short')
  expect(shortValue('🎿'.repeat(13))).toBe(`${'🎿'.repeat(4)}…${'🎿'.repeat(4)}`)
})
