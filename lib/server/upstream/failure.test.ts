import fc from 'fast-check'
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
  ['Mon, 23 Nov 2026 11:00:00 GMT', 1],
  ['0', 1],
  ['300', 300],
  ['301', 300],
  ['100000000000000000000', 300],
  ['9'.repeat(400), 300],
  ['Fri, 01 Jan 2100 00:00:00 GMT', 300],
  ['-5', undefined],
  ['1e3', undefined],
  ['0x10', undefined],
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

it('never waits less than a second or more than five minutes, whatever the upstream sends', () => {
  const instant = fc.date({ noInvalidDate: true }).map((date) => date.toUTCString())
  const headerText = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) })
  const header = fc.oneof(fc.bigInt().map(String), fc.double().map(String), instant, headerText)
  fc.assert(
    fc.property(header, fc.option(instant), (retryAfter, date) => {
      const headers = new Headers({ 'retry-after': retryAfter, ...(date !== null && { date }) })
      for (const status of [429, 503]) {
        const failure = failureOfStatus(status, headers, now)
        const seconds = failure && 'retryAfterSeconds' in failure ? failure.retryAfterSeconds : undefined
        expect(seconds === undefined || (Number.isInteger(seconds) && seconds >= 1 && seconds <= 300)).toBe(true)
      }
    }),
  )
})
