import { expect, it } from 'vitest'
import { callsFor, durationText } from '@/components/customers/export/export-cost'
import { en } from '@/lib/messages/en'

const intl = { t: en, locale: 'en' }

it.each([
  [25_000, 60, 250, 'about 4 minutes'],
  [25_000, 600, 250, 'a few seconds'],
  [1_000, 60, 10, 'a few seconds'],
  [6_001, 60, 61, 'about 1 minute'],
  [0, 60, 1, 'a few seconds'],
  [1_000_000, 60, 1_000, 'about 17 minutes'],
])('%i customers at %i calls a minute are %i calls, %s', (customers, perMinute, calls, duration) => {
  const all = callsFor(customers)
  expect([all, durationText({ all, made: 0, perMinute }, intl)]).toEqual([calls, duration])
})

it('what is made already takes no time', () => {
  expect(durationText({ all: 250, made: 130, perMinute: 60 }, intl)).toBe('about 2 minutes')
})
