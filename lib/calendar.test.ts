import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, formatDateOfBirth, formatDay, isBirthday, monthsSince } from '@/lib/calendar'

const zones = ['Europe/Oslo', 'Pacific/Auckland', 'America/Los_Angeles']

describe('dates of birth', () => {
  it.each([
    ['1987-02-09', '9 February 1987'],
    ['1899-12-31', '31 December 1899'],
    ['2000-02-29', '29 February 2000'],
    ['1999-02-29', '1999-02-29'],
    ['unknown', 'unknown'],
    ['--02-29', '29 February'],
    ['0000-04-17', '17 April'],
    ['--0417', '17 April'],
    ['--13-01', '--13-01'],
  ])('%s is formatted as %s', (text, shown) => {
    expect(formatDateOfBirth(text, 'en')).toBe(shown)
  })

  it('never shift by a day, whatever the zone of the machine or the person', () => {
    const day = fc.date({ min: new Date('1850-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10)
        return formatDateOfBirth(text, 'en').startsWith(`${Number(text.slice(8))} `)
      }),
    )
  })

  it.each(zones)('give the age on the calendar day in %s', (zone) => {
    const noon = new Date('2026-06-15T12:00:00Z')
    expect(ageOn('1990-06-14', noon, zone)).toBe(36)
    expect(ageOn('1990-06-17', noon, zone)).toBe(35)
  })

  it('change the age at midnight in the person’s zone', () => {
    const lateEvening = new Date('2026-02-08T23:30:00Z')
    expect(ageOn('1987-02-09', lateEvening, 'UTC')).toBe(38)
    expect(ageOn('1987-02-09', lateEvening, 'Europe/Oslo')).toBe(39)
  })

  it('of 29 February change the age on 1 March of a common year', () => {
    expect(ageOn('2000-02-29', new Date('2026-02-28T12:00:00Z'), 'UTC')).toBe(25)
    expect(ageOn('2000-02-29', new Date('2026-03-01T12:00:00Z'), 'UTC')).toBe(26)
  })

  it('in the future, or wrong ones, give no age', () => {
    expect(ageOn('2030-01-01', new Date('2026-01-01T00:00:00Z'), 'UTC')).toBeNull()
    expect(ageOn('x', new Date(), 'UTC')).toBeNull()
  })
})

describe('dates of birth without a year', () => {
  it('give no age', () => {
    expect(ageOn('--02-29', new Date(), 'UTC')).toBeNull()
    expect(ageOn('0000-04-17', new Date(), 'UTC')).toBeNull()
    expect([isBirthday('--02-29'), isBirthday('0000-02-30'), isBirthday('1990-02-28')]).toEqual([true, false, false])
  })
})

// Summer time begins in Oslo on 29 March 2026, ends in Auckland on 5 April and in Los Angeles it began on 8 March.
describe.each(zones)('a birthday in %s', (zone) => {
  it('begins at midnight, also around a change of the clock', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 60 })
    fc.assert(
      fc.property(minute, (after) => {
        const now = new Date(Date.UTC(2026, 2, 1) + after * 60_000)
        const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now)
        const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(5, 10)
        expect(ageOn(`1990${today.slice(4)}`, now, zone)).toBe(36)
        expect(ageOn(`1990-${tomorrow}`, now, zone)).toBe(35)
      }),
    )
  })
})

describe('monthsSince', () => {
  it.each([
    ['2026-01-31T12:00:00Z', '2026-02-28T12:00:00Z', 0],
    ['2026-01-31T12:00:00Z', '2026-03-01T12:00:00Z', 1],
    ['2024-11-23T12:00:00Z', '2026-11-22T12:00:00Z', 23],
    ['2024-11-23T12:00:00Z', '2026-11-23T00:00:00Z', 24],
    ['2027-01-01T12:00:00Z', '2026-11-23T12:00:00Z', -2],
  ])('from %s to %s is %i', (from, to, months) => {
    expect(monthsSince(from, new Date(to), 'UTC')).toBe(months)
  })

  it('counts by the days of the person’s zone', () => {
    const [from, to] = ['2026-01-31T23:30:00Z', new Date('2026-03-01T12:00:00Z')]
    expect(monthsSince(from, to, 'UTC')).toBe(1)
    expect(monthsSince(from, to, 'Europe/Oslo')).toBe(1)
    expect(monthsSince('2026-01-31T23:30:00Z', new Date('2026-02-28T12:00:00Z'), 'Europe/Oslo')).toBe(0)
    expect(monthsSince('soon', to, 'UTC')).toBeNull()
  })
})

describe('days', () => {
  it('omit the present year, by the calendar of the zone', () => {
    const now = new Date('2026-12-31T22:30:00Z')
    expect(formatDay('2026-03-28T23:30:00Z', now, 'en', 'Europe/Oslo')).toBe('29 Mar')
    expect(formatDay('2025-12-31T22:30:00Z', now, 'en', 'Europe/Oslo')).toBe('31 Dec 2025')
    expect(formatDay('2025-12-31T23:30:00Z', now, 'en', 'Europe/Oslo')).toBe('1 Jan')
  })
})
