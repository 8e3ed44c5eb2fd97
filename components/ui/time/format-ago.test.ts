import { expect, it } from 'vitest'
import { formatAgo } from '@/components/ui/time/format-ago'

it('is empty for a text that is no instant', () => {
  expect(formatAgo('soon', new Date(), 'en')).toBe('')
})

it.each([
  ['2026-11-23T11:59:40Z', 'this minute'],
  ['2026-11-23T11:38:00Z', '22 minutes ago'],
  ['2026-11-22T11:00:00Z', 'yesterday'],
  ['2024-07-01T00:00:00Z', '2 years ago'],
  ['2026-11-26T12:00:01Z', 'in 3 days'],
])('%s is %s', (iso, ago) => {
  expect(formatAgo(iso, new Date('2026-11-23T12:00:00Z'), 'en')).toBe(ago)
})
