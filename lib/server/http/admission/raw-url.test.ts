import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { configureForTests } from '@/lib/server/auth/access-for-tests'
import { admitRequests } from '@/lib/server/http/admission/admit-requests'
import { withDroppedParams } from '@/lib/server/http/admission/dropped-param'

/** Which URL a server sees behind the rewriting. Over real HTTP: it relies on the moment at which Node tells of a request. */

configureForTests('http://127.0.0.1:4010/v1')
admitRequests()
let seenHeaders = new Headers()
const server = createServer((request, response) => {
  seenHeaders = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  response.end(request.url)
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.close()
  vi.unstubAllEnvs()
})

const seenFor = (path: string) =>
  new Promise<string>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    get({ host: '127.0.0.1', port, path, headers: { 'x-desk-dropped': 'sent=1' } }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve(text)
    }).on('error', reject)
  })

describe('a path', () => {
  it.each([
    ['/%ff', '/-/-'],
    ['/T12345678/customers/%E0%A4%A?search=a', '/-/-'],
    ['/a%', '/-/-'],
    ['/api/%ff', '/-/-'],
    ['/api/accounts/T12345678/customers/%c3%28', '/api/accounts/-/-'],
    ['/api/accounts/T12345678/customers/%zz?limit=1', '/api/accounts/-/-'],
  ])('that cannot be decoded, %s, becomes one that does not exist', async (path, seen) => {
    expect(await seenFor(path)).toBe(seen)
  })

  it.each([
    ['/_next/static/../../T12345678/customers?limit=1', '/-/-'],
    ['/_next/static/%2e%2E/.%2e/T12345678/customers', '/-/-'],
    ['/api/health/../accounts/T12345678/tags', '/-/-'],
    ['/api/accounts/T12345678/customers/.', '/api/accounts/-/-'],
    ['/_next/static/\\..\\..\\T12345678/customers', '/-/-'],
    ['*', '/-/-'],
    ['http://evil.example/T12345678/customers', '/-/-'],
  ])('that Next would take for another one, %s, becomes one that does not exist', async (path, seen) => {
    expect(await seenFor(path)).toBe(seen)
  })

  it.each([
    '/',
    '/T12345678/customers?search=%ff',
    '/T12345678/customers/%C3%B8%2F',
    '/a%20b?x=%',
    '/x?y=a/%ff',
    '/..a/...?x=/../',
  ])('%s stays as it is', async (path) => {
    expect(await seenFor(path)).toBe(path)
  })

  it('can be decoded afterwards, whatever it was', async () => {
    const piece = fc.oneof(fc.constantFrom('%', '%f', '%ff', '%c3', '%b8', '/', 'a', '?', '/api/accounts/', '.', '%2e'))
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const [path = ''] = (await seenFor(`/${pieces.join('')}`)).split('?')
        expect(() => decodeURIComponent(path)).not.toThrow()
        expect(new URL(`http://desk${path}`).pathname).toBe(path)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a parameter __proto__', () => {
  it.each([
    ['/a?b=1', ''],
    ['/a', ''],
    ['/a?__proto__=1&b=2&__proto__=x%0a%ff', '__proto__=1&__proto__=x%0A%EF%BF%BD'],
    ['/a?%5F_proto__=1', '__proto__=1'],
    ['/a?b=?__proto__=1', ''],
  ])('of %s is passed to whoever parses the query', async (path, passed) => {
    await seenFor(path)
    expect(withDroppedParams(new URLSearchParams(), seenHeaders).toString()).toBe(passed)
  })
})
