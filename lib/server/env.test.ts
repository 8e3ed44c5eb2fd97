import { describe, expect, it } from 'vitest'
import { parseEnv } from '@/lib/server/env'
import { auditSecret, realEnv as real, realAccount, envSecret as secret } from '@/lib/server/real-env-for-tests'

const sandboxAccount = {
  id: 'T12345678',
  name: 'Nordlys Test',
  client_id: 'sandbox-client',
  client_secret: 'sandbox-secret',
}
const sandbox = {
  DINTERO_URL: 'http://127.0.0.1:4010/v1',
  DINTERO_ACCOUNTS: JSON.stringify([sandboxAccount]),
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: secret,
  DATABASE_URL: 'postgres://desk@127.0.0.1/desk',
  AUDIT_KEYS: JSON.stringify([{ id: '2026', secret }]),
}
const settings = (source: Record<string, string | undefined>) => {
  const result = parseEnv(source)
  if ('problems' in result) throw new Error(result.problems.join('\n'))
  return result.env
}
const problems = (source: Record<string, string | undefined>) => {
  const result = parseEnv(source)
  return 'problems' in result ? result.problems : []
}

describe('a valid configuration', () => {
  it('with the sandbox has demo sign-in', () => {
    const env = settings(sandbox)
    expect(env.upstream).toEqual({ kind: 'sandbox', baseUrl: 'http://127.0.0.1:4010/v1', demoSignIn: true })
    expect(env.accounts.get('T12345678')).toEqual(sandboxAccount)
    expect(env.phoneCountries).toEqual(['NO', 'SE', 'DK', 'FI'])
    expect(settings({ ...sandbox, PHONE_NEIGHBOURS: 'NO' }).phoneCountries).toEqual(['NO'])
    expect(settings({ ...sandbox, HIDDEN_SECTIONS: ' purchases ,' }).hiddenSections).toEqual(['purchases'])
  })

  it('with Dintero has OpenID and no demo sign-in', () => {
    expect(settings(real).upstream).toEqual({
      kind: 'dintero',
      baseUrl: 'https://api.dintero.com/v1',
      demoSignIn: false,
      oidc: {
        issuer: 'https://login.example.com',
        clientId: 'desk',
        clientSecret: 's',
        scope: 'openid email profile',
        roleClaim: 'roles',
        roles: { support: 'agent' },
        accountClaim: 'roles',
        accounts: { '*': ['P12345678'] },
        signOutUrl: null,
      },
    })
  })

  it('has no demo sign-in for real accounts behind a local proxy', () => {
    expect(settings({ ...real, DINTERO_URL: 'http://127.0.0.1:8080/v1' }).upstream.demoSignIn).toBe(false)
  })
})

describe('the check of answers by their schema', () => {
  it.each([
    ['development', undefined, true],
    ['test', undefined, true],
    ['production', undefined, false],
    ['production', 'true', true],
  ])('with NODE_ENV=%s and CHECK_RESPONSES=%s is %s', (NODE_ENV, CHECK_RESPONSES, checksResponses) => {
    expect(settings({ ...real, NODE_ENV, CHECK_RESPONSES }).checksResponses).toBe(checksResponses)
  })
})

describe('an invalid configuration', () => {
  it('reports every problem with its variable', () => {
    expect(problems({})).toEqual([
      expect.stringMatching(/^DINTERO_URL is required/),
      expect.stringMatching(/^DINTERO_ACCOUNTS is required/),
      expect.stringMatching(/^NEXTAUTH_URL is required/),
      expect.stringMatching(/^NEXTAUTH_SECRET is required/),
      expect.stringMatching(/^DATABASE_URL is required/),
      expect.stringMatching(/^AUDIT_KEYS is required/),
    ])
  })

  it.each([
    ['an upstream that is no URL', { DINTERO_URL: 'api.dintero.com' }, /DINTERO_URL must be the base URL/],
    ['an upstream URL with a query', { DINTERO_URL: 'http://127.0.0.1/v1?a=b' }, /DINTERO_URL must have no query/],
    ['accounts that are not JSON', { DINTERO_ACCOUNTS: '[' }, /DINTERO_ACCOUNTS must be JSON, such as/],
    ['no account', { DINTERO_ACCOUNTS: '[]' }, /at least one account/],
    [
      'an account id of another format',
      { DINTERO_ACCOUNTS: JSON.stringify([{ ...sandboxAccount, id: 'X1' }]) },
      /\(0\.id\) must be P or T and eight digits/,
    ],
    ['an account twice', { DINTERO_ACCOUNTS: JSON.stringify([sandboxAccount, sandboxAccount]) }, /each account once/],
    ['a short secret', { NEXTAUTH_SECRET: 'short' }, /NEXTAUTH_SECRET must have at least 32 characters/],
    [
      'a database that is not PostgreSQL',
      { DATABASE_URL: 'mysql://db/desk' },
      /DATABASE_URL must be the address of a Postgre/,
    ],
    ['no key', { AUDIT_KEYS: '[]' }, /AUDIT_KEYS must hold at least one key/],
    ['a short key', { AUDIT_KEYS: '[{"id":"a","secret":"short"}]' }, /AUDIT_KEYS \(0.secret\) must have at least 32/],
    [
      'a key twice',
      {
        AUDIT_KEYS: JSON.stringify([
          { id: 'a', secret },
          { id: 'a', secret },
        ]),
      },
      /name each key once/,
    ],
    [
      'a balancer that is no IP address',
      { TRUSTED_PROXIES: '10.0.0.1, balancer' },
      /TRUSTED_PROXIES.* must be IP addresses/,
    ],
    ['a limit of zero', { LIMIT_PERSON_PER_MINUTE: '0' }, /LIMIT_PERSON_PER_MINUTE/],
    [
      'a checkpoint key of another kind',
      { AUDIT_CHECKPOINT_KEYS: real.AUDIT_CHECKPOINT_KEYS.replace('Ed25519', 'X25519') },
      /must be Ed25519/,
    ],
    [
      'a checkpoint key without its private part',
      { AUDIT_CHECKPOINT_KEYS: real.AUDIT_CHECKPOINT_KEYS.replace(/,"d":"[^"]+"/, '') },
      /must begin with a private key/,
    ],
    [
      'a checkpoint key of two halves',
      { AUDIT_CHECKPOINT_KEYS: real.AUDIT_CHECKPOINT_KEYS.replace('EKX6', 'AKX6') },
      /"x" that belongs to its "d"/,
    ],
    ['a checkpoint address that is none', { AUDIT_CHECKPOINT_URL: 'siem' }, /AUDIT_CHECKPOINT_URL must be an address/],
    ['an empty secret', { NEXTAUTH_SECRET: '' }, /NEXTAUTH_SECRET is required/],
    ['an unknown country', { PHONE_COUNTRY: 'Norway' }, /PHONE_COUNTRY must be an ISO 3166 country code/],
    ['a section that cannot be hidden', { HIDDEN_SECTIONS: 'overview' }, /HIDDEN_SECTIONS.* must be of purchases/],
    ['an unknown neighbour', { PHONE_NEIGHBOURS: 'SE,Danmark' }, /PHONE_NEIGHBOURS.* must be ISO 3166 country codes/],
    [
      'a time-out that is not a number',
      { UPSTREAM_TIMEOUT_MS: 'soon' },
      /UPSTREAM_TIMEOUT_MS must be a number of milliseconds/,
    ],
    ['a negative queue length', { UPSTREAM_QUEUE: '-1' }, /UPSTREAM_QUEUE /],
  ])('reports %s', (_, change, problem) => {
    expect(problems({ ...sandbox, ...change })).toEqual([expect.stringMatching(problem)])
  })

  it.each([
    [
      'credentials of the sandbox',
      { DINTERO_ACCOUNTS: JSON.stringify([sandboxAccount]) },
      /T12345678 has a client of the sandbox/,
    ],
    ['plain http', { DINTERO_URL: 'http://api.dintero.com/v1' }, /DINTERO_URL must begin with https/],
    ['no key of exports', { EXPORT_KEY: undefined }, /EXPORT_KEY is required where/],
    [
      'the key of the audit log for exports',
      { EXPORT_KEY: auditSecret },
      /EXPORT_KEY has the same secret as AUDIT_KEYS/,
    ],
    ['no key of checkpoints', { AUDIT_CHECKPOINT_KEYS: undefined }, /AUDIT_CHECKPOINT_KEYS is required where/],
    [
      'checkpoints over http',
      { AUDIT_CHECKPOINT_URL: 'http://siem.example.com' },
      /AUDIT_CHECKPOINT_URL must begin with https/,
    ],
    ['plain http for people', { NEXTAUTH_URL: 'http://desk.example.com' }, /NEXTAUTH_URL must begin with https/],
    ['an issuer over http', { OIDC_ISSUER: 'http://login.example.com' }, /OIDC_ISSUER must begin with https/],
    [
      'a sign-out over http',
      { OIDC_SIGN_OUT_URL: 'http://login.example.com/end' },
      /OIDC_SIGN_OUT_URL must begin with/,
    ],
    [
      'an issuer that is no web address',
      { OIDC_ISSUER: 'ftp://login.example.com' },
      /OIDC_ISSUER must begin with https/,
    ],
    ['a host that begins like loopback', { OIDC_ISSUER: 'http://127.0.0.1.example.com' }, /OIDC_ISSUER must begin/],
    [
      'one secret for cookie and record',
      { AUDIT_KEYS: JSON.stringify([{ id: '2026', secret }]) },
      /AUDIT_KEYS \(2026\) has the same secret as NEXTAUTH_SECRET; each must be its own/,
    ],
    [
      'one secret for cookie and an old key of the record',
      {
        AUDIT_KEYS: JSON.stringify([
          { id: '2026', secret: auditSecret },
          { id: '2025', secret },
        ]),
      },
      /AUDIT_KEYS \(2025\) has the same secret as NEXTAUTH_SECRET/,
    ],
    ['one secret for cookie and metrics', { METRICS_TOKEN: secret }, /METRICS_TOKEN has the same secret as NEXTAUTH_/],
    ['one secret for cookie and provider', { OIDC_CLIENT_SECRET: secret }, /OIDC_CLIENT_SECRET has the same secret as/],
    [
      'a key of one character',
      { AUDIT_KEYS: JSON.stringify([{ id: '2026', secret: 'a'.repeat(40) }]) },
      /AUDIT_KEYS \(2026\) must be random/,
    ],
    ['no OpenID provider', { OIDC_ISSUER: undefined }, /OIDC_ISSUER is required/],
    ['no mapping of roles', { OIDC_ROLES: undefined }, /OIDC_ROLES is required/],
    ['an unknown role', { OIDC_ROLES: '{"support":"owner"}' }, /OIDC_ROLES \(support\)/],
    ['a secret of one character', { NEXTAUTH_SECRET: 'a'.repeat(40) }, /NEXTAUTH_SECRET must be random/],
  ])('reports, with a real upstream, %s', (_, change, problem) => {
    expect(problems({ ...real, ...change })).toContainEqual(expect.stringMatching(problem))
  })

  it.each(['localhost', '127.0.0.1', '[::1]'])('takes http on %s, with a real upstream too', (host) => {
    const addresses = { NEXTAUTH_URL: `http://${host}:3000`, OIDC_ISSUER: `http://${host}:9000` }
    expect(problems({ ...real, ...addresses, OIDC_SIGN_OUT_URL: `http://${host}:9000/end` })).toEqual([])
  })

  it('never shows a secret in its problems', () => {
    const text = problems({
      ...real,
      NEXTAUTH_SECRET: 'tooshort',
      DINTERO_ACCOUNTS: JSON.stringify([{ ...realAccount, id: 'x' }]),
    }).join()
    expect(text).not.toMatch(/tooshort|"secret"/)
  })
})
