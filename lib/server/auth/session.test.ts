import { describe, expect, it, vi } from 'vitest'

vi.stubEnv('DINTERO_URL', 'http://127.0.0.1:4010/v1')
vi.stubEnv(
  'DINTERO_ACCOUNTS',
  '[{"id":"T12345678","name":"N","client_id":"sandbox-client","client_secret":"sandbox-secret"}]',
)
vi.stubEnv('NEXTAUTH_URL', 'https://desk.example')
vi.stubEnv('DATABASE_URL', 'postgres://127.0.0.1/unused')
vi.stubEnv('AUDIT_KEYS', '[{"id":"t","secret":"q7fJw2Zk0pX4nB9sL1vT6yR3mC8dH5gA"}]')
vi.stubEnv('NEXTAUTH_SECRET', 'q7fJw2Zk0pX4nB9sL1vT6yR3mC8dH5gA')

const { authOptions } = await import('@/lib/server/auth/session')

describe('the return path after sign-in', () => {
  const baseUrl = 'https://desk.example'
  it.each([
    ['/P12345678/customers?search=a', 'https://desk.example/P12345678/customers?search=a'],
    ['https://desk.example/sign-in', 'https://desk.example/sign-in'],
    ['https://evil.example', baseUrl],
    ['//evil.example', baseUrl],
    ['/\\evil.example', baseUrl],
    ['https://desk.example//evil.example', baseUrl],
    ['https://desk.example@evil.example', baseUrl],
    ['javascript:alert(1)', baseUrl],
    ['http://[', baseUrl],
    ['https://desk.example.evil.example', baseUrl],
  ])('%j leads to %j', async (url, target) => {
    expect(await authOptions().callbacks?.redirect?.({ url, baseUrl })).toBe(target)
  })

  it.each(['%2f%2fevil.example', '@evil.example', '.evil.example'])('%j stays on our origin', async (url) => {
    expect(new URL((await authOptions().callbacks?.redirect?.({ url, baseUrl })) ?? '').origin).toBe(baseUrl)
  })
})

describe('the session cookie', () => {
  it('is bound to this host under https, and not readable by scripts', () => {
    expect(authOptions().cookies?.sessionToken).toEqual({
      name: '__Host-desk.session-token',
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
    })
  })

  it('expires after ten hours, and so does the token inside it', () => {
    expect([authOptions().session?.maxAge, authOptions().jwt?.maxAge]).toEqual([36_000, 36_000])
  })
})

describe('demo sign-in', () => {
  const provider = authOptions().providers[0]
  const options = provider?.options as unknown as { authorize(credentials: unknown): unknown }
  it.each([
    [{ email: 'agent@example.com', password: 'demo' }, 'agent'],
    [{ email: ' Admin@Example.com ', password: 'demo' }, 'admin'],
    [{ email: 'agent@example.com', password: 'Demo' }, undefined],
    [{ email: 'agent@example.com', password: 'demo ' }, undefined],
    [{ email: 'nobody@example.com', password: 'demo' }, undefined],
    [{ email: 'agent@example.com' }, undefined],
    [{ email: ['agent@example.com'], password: 'demo' }, undefined],
    [undefined, undefined],
  ])('%j signs in as %s', (credentials, role) => {
    expect(options.authorize(credentials)).toEqual(role ? expect.objectContaining({ role }) : null)
  })
})
