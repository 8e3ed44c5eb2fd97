import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { upstreamUrl } from '@/lib/server/upstream/upstream-url'

describe('upstreamUrl', () => {
  const base = 'https://api.dintero.com/v1'
  it('encodes each segment and value on its own', () => {
    const url = upstreamUrl(base, 'P12345678', {
      path: ['customers', 'users', 'a/b?c#d%2e'],
      query: { phone_number: '+4799999999' },
    })
    expect(url?.href).toBe(`${base}/accounts/P12345678/customers/users/a%2Fb%3Fc%23d%252e?phone_number=%2B4799999999`)
  })

  it.each(['', '.', '..', '\ud800'])('gives null for the segment %j', (segment) => {
    expect(upstreamUrl(base, 'P12345678', { path: ['customers', 'users', segment] })).toBeNull()
  })

  it.each(['%2e%2e', 'total', '../../settings', 'a/b', 'æ ø', '?', '#', '\\', '\0', 'x'.repeat(255)])(
    'keeps %j in one segment',
    (customerId) => {
      const url = upstreamUrl(base, 'P12345678', { path: ['customers', 'users', customerId] })
      expect(url?.pathname.split('/').slice(0, 6)).toEqual(['', 'v1', 'accounts', 'P12345678', 'customers', 'users'])
      expect(decodeURIComponent(url?.pathname.split('/')[6] ?? '')).toBe(customerId)
    },
  )

  it('never reaches another endpoint, account or host, for any id and values', () => {
    const text = fc.string({ unit: 'binary', maxLength: 255 })
    fc.assert(
      fc.property(text, fc.dictionary(text, text), (customerId, query) => {
        const url = upstreamUrl(base, 'P12345678', { path: ['customers', 'users', customerId], query })
        if (!url) return ['', '.', '..'].includes(customerId) || !customerId.isWellFormed()
        const segments = url.pathname.split('/')
        return (
          url.host === 'api.dintero.com' &&
          segments.length === 7 &&
          decodeURIComponent(segments[6] ?? '') === customerId &&
          url.hash === ''
        )
      }),
    )
  })
})
