import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeCallbackPath } from '@/lib/api/safe-callback-path'

describe('safeCallbackPath', () => {
  it.each([
    ['/P12345678/customers?search=ola', '/P12345678/customers?search=ola'],
    [null, '/'],
    ['', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['/%2f%2fevil.example', '/%2f%2fevil.example'],
    ['/\t/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['@evil.example', '/'],
    ['.evil.example', '/'],
    ['/sign-in?callbackUrl=/x', '/'],
  ])('%j leads to %j', (given, expected) => {
    expect(safeCallbackPath(given)).toBe(expected)
  })

  it('never returns another origin', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.webPath().map((path) => `/${path}`),
        ),
        (text) => {
          const path = safeCallbackPath(text)
          return new URL(path, 'https://desk.example').origin === 'https://desk.example' && path.startsWith('/')
        },
      ),
    )
  })
})
