import { describe, expect, it } from 'vitest'
import { formatDate, formatDateTime, zoneName } from '@/lib/time'

describe('instants', () => {
  it('are formatted in the zone of the person', () => {
    const iso = '2026-03-28T23:30:00Z'
    expect(formatDate(iso, 'en', 'UTC')).toBe('28 Mar 2026')
    expect(formatDate(iso, 'en', 'Europe/Oslo')).toBe('29 Mar 2026')
    expect(formatDateTime(iso, 'nb', 'Europe/Oslo')).toBe('29. mars 2026 00:30:00')
  })

  it('name the zone at that instant, on both sides of a summer-time change', () => {
    expect(zoneName('2026-01-12T12:00:00Z', 'en', 'Europe/Oslo')).toBe('CET')
    expect(zoneName('2026-07-12T12:00:00Z', 'en', 'Europe/Oslo')).toBe('CEST')
  })

  it('that are none are returned unchanged', () => {
    expect(formatDate('soon', 'en', 'UTC')).toBe('soon')
    expect(formatDateTime('', 'en', 'UTC')).toBe('')
  })
})
