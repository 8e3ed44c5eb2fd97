import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { configureForTests } from '@/lib/server/auth/access-for-tests'

beforeEach(() => {
  // Each copy of the module `env.ts` parses the configuration once.
  vi.resetModules()
  configureForTests('http://127.0.0.1:4010/v1')
})
afterEach(() => vi.unstubAllEnvs())

it.each([
  ['https://desk.example.com', 'max-age=31536000; includeSubDomains'],
  ['http://localhost:3000', undefined],
])('at %s, Strict-Transport-Security is %s', async (address, expected) => {
  vi.stubEnv('NEXTAUTH_URL', address)
  const { securityHeaders } = await import('@/lib/server/http/security-headers')
  expect(securityHeaders()['strict-transport-security']).toBe(expected)
})
