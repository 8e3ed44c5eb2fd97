import { expect, it } from 'vitest'
import { startOfSpan } from '@/lib/audit/time-span'

const now = new Date('2026-04-02T22:30:00Z')

it.each([
  ['today', 'Europe/Oslo', '2026-04-02T22:00:00Z'],
  // The clocks went forward in between.
  ['week', 'Europe/Oslo', '2026-03-27T23:00:00Z'],
  ['month', 'Europe/Oslo', '2026-03-31T22:00:00Z'],
  ['today', 'America/New_York', '2026-04-02T04:00:00Z'],
  ['week', 'UTC', '2026-03-27T00:00:00Z'],
] as const)('%s in %s began at %s', (span, zone, begin) => {
  expect(startOfSpan(span, now, zone)).toBe(begin)
})
