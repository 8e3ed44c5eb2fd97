import { expect, it } from 'vitest'
import { failureOfStatus } from '@/lib/server/upstream/failure'

const now = Date.parse('2026-11-23T12:00:00Z')

it.each([
  [200, null],
  [204, { kind: 'invalid' }],
  [206, { kind: 'invalid' }],
  [302, { kind: 'invalid' }],
  [400, { kind: 'bad_request' }],
  [401, { kind: 'unauthorized' }],
  [403, { kind: 'forbidden' }],
  [404, { kind: 'not_found' }],
  [408, { kind: 'unavailable' }],
  [418, { kind: 'invalid' }],
  [500, { kind: 'unavailable' }],
  [599, { kind: 'unavailable' }],
])('%d is %j', (status, failure) => {
  expect(failureOfStatus(status, new Headers(), now)).toEqual(failure)
})

it.each([
  ['30', 30],
  ['Mon, 23 Nov 2026 12:00:09 GMT', 9],
  ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
  ['soon', undefined],
  [null, undefined],
])('reads Retry-After %j of a 429 and a 503 as %s seconds', (header, retryAfterSeconds) => {
  const headers = new Headers(header === null ? {} : { 'retry-after': header })
  expect(failureOfStatus(429, headers, now)).toEqual({ kind: 'rate_limited', retryAfterSeconds })
  expect(failureOfStatus(503, headers, now)).toEqual({ kind: 'unavailable', retryAfterSeconds })
})

it('compares the date of Retry-After with the Date header of the same answer', () => {
  const headers = new Headers({ 'retry-after': 'Mon, 23 Nov 2026 12:05:07 GMT', date: 'Mon, 23 Nov 2026 12:05:00 GMT' })
  expect(failureOfStatus(429, headers, now)).toEqual({ kind: 'rate_limited', retryAfterSeconds: 7 })
})
