import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { oidcClient, startOidcProvider } from '@/lib/server/auth/claims/provider-for-tests'
import { refreshClaims } from '@/lib/server/auth/claims/refresh-claims'
import { sealRefreshToken } from '@/lib/server/auth/claims/refresh-token'
import { beginSession, readSession } from '@/lib/server/auth/sessions'
import {
  configureWithDatabase,
  endConfiguredDatabase,
  queryConfigured as query,
} from '@/lib/server/database/configure-for-tests'
import { log } from '@/lib/server/log'

/** The claims of people are read again at a real OpenID provider, for sessions in a real PostgreSQL. */

const account = 'P12345678'
let provider: Awaited<ReturnType<typeof startOidcProvider>>

beforeAll(async () => {
  await configureWithDatabase()
  // No upstream of the sandbox: people sign in by the provider.
  vi.stubEnv('DINTERO_URL', 'https://api.dintero.example/v1')
  vi.stubEnv('DINTERO_ACCOUNTS', JSON.stringify([{ id: account, name: 'N', client_id: 'c', client_secret: 's' }]))
  vi.stubEnv('AUDIT_KEYS', '[{"id":"t","secret":"Zt6yR3mC8dH5gAq7fJw2k0pX4nB9sL1v"}]')
  vi.stubEnv('EXPORT_KEY', 'm3V8q1Zt6yR3mC8dH5gAq7fJw2k0pX4nB9sL1vT6yRc=')
  vi.stubEnv(
    'AUDIT_CHECKPOINT_KEYS',
    '[{"kty":"OKP","crv":"Ed25519","x":"EKX6M2fpQtLz0ljlvuqZUlgkqOFpTC5khLCetNmAlBY","d":"sfN5yHkYGdvbLxfxJCqHwiBQUO9rVhr462jbxADbHDA"}]',
  )
  provider = await startOidcProvider()
  vi.stubEnv('OIDC_ISSUER', provider.issuer)
  vi.stubEnv('OIDC_CLIENT_ID', oidcClient.id)
  vi.stubEnv('OIDC_CLIENT_SECRET', oidcClient.secret)
  vi.stubEnv('OIDC_ROLES', '{"support":"agent","guests":"viewer"}')
  vi.stubEnv('OIDC_ACCOUNTS', `{"support":["${account}"],"guests":["${account}"],"everyone":[]}`)
})
afterAll(async () => {
  provider.stop()
  await endConfiguredDatabase()
})

const person = { email: 'kari@company.example', name: 'Kari', role: 'agent' as const, accounts: [account] }
let sid = ''
let token = ''
const elsewhere = async () => (await beginSession(person)).id
const grow = (minutes: number) =>
  query(`UPDATE sessions SET claims_read_at = now() - make_interval(mins => $2) WHERE id = $1`, [sid, minutes])
const row = async () => (await query('SELECT * FROM sessions WHERE id = $1', [sid]))[0]
/** What a request of the session finds. */
async function request() {
  const read = await readSession(sid)
  return read?.areClaimsOutdated ? refreshClaims(sid, read.person) : (read?.person ?? null)
}

beforeEach(async () => {
  provider.current.answer = null
  provider.current.claims = { email: person.email, name: 'Kari', roles: ['everyone', 'support'] }
  await query('DELETE FROM sessions')
  token = await provider.refreshTokenOf('kari')
  sid = (await beginSession(person, { browser: null, system: null, refreshToken: await sealRefreshToken(token) })).id
  provider.current.refreshes = 0
  vi.mocked(log).mockClear()
})

it('asks the provider nothing for 15 minutes, and never without a refresh token', async () => {
  provider.current.claims.roles = []
  await grow(14)
  expect(await request()).toEqual(person)
  await grow(16)
  await query('UPDATE sessions SET refresh_token = NULL')
  expect(await request()).toEqual(person)
  expect(provider.current.refreshes).toBe(0)
})

it.each([
  ['another role', ['guests'], { role: 'viewer', accounts: [account] }],
  ['no account', ['everyone'], { role: null, accounts: [] }],
  ['no role', ['kitchen'], { role: null, accounts: [] }],
  ['no claim', undefined, { role: null, accounts: [] }],
])('%s acts on the request that finds it, and on all sessions of the person', async (_, roles, now) => {
  const other = await elsewhere()
  provider.current.claims.roles = roles
  await grow(16)
  expect(await request()).toEqual({ ...person, ...now })
  expect((await readSession(other))?.person).toEqual({ ...person, ...now })
  expect((await readSession(sid))?.areClaimsOutdated).toBe(false)
})

it('knows a person by their email in capitals, which next-auth writes small at the sign-in', async () => {
  provider.current.claims.email = 'Kari@Company.example'
  await grow(16)
  expect(await request()).toEqual(person)
})

it('asks once, however many requests come at the same time', async () => {
  await grow(16)
  const found = await Promise.all(Array.from({ length: 20 }, request))
  expect(found).toEqual(Array.from({ length: 20 }, () => person))
  expect(provider.current.refreshes).toBe(1)
})

it('keeps the token that replaces the one before, and never as the provider wrote it', async () => {
  const before = (await row()).refresh_token
  await grow(16)
  await request()
  await grow(16)
  expect(await request()).toEqual(person)
  expect(provider.current.refreshes).toBe(2)
  const stored = (await row()).refresh_token
  expect(stored).not.toBe(before)
  expect(stored).toMatch(/^eyJ/)
  expect(stored).not.toContain(token)
})

it.each([
  ['the provider no longer knows the sign-in', async () => void (await provider.revoke(token))],
  [
    'the provider knows somebody else by it',
    async () => void Object.assign(provider.current.claims, { email: 'ola@company.example' }),
  ],
  [
    'another secret has encrypted the token',
    async () => void (await query(`UPDATE sessions SET refresh_token = 'eyJ.x'`)),
  ],
])('the session ends and this is audited where %s', async (_, change) => {
  const other = await elsewhere()
  await change()
  await grow(16)
  expect(await request()).toBeNull()
  expect(await readSession(sid)).toBeNull()
  expect((await readSession(other))?.person).toEqual(person)
  const [event] = await query('SELECT kind, actor_email, filters FROM activity ORDER BY id DESC LIMIT 1')
  expect(event).toMatchObject({ kind: 'session_end', actor_email: person.email })
  expect(JSON.stringify(event.filters)).toContain('provider')
})

it('a provider that stalls within its answer holds no request, and what it says late is not lost', async () => {
  let finish = () => {}
  provider.current.answer = (_, response) => {
    response.writeHead(400, { 'content-type': 'application/json' }).write('{"error":')
    finish = () => void response.end('"invalid_grant"}')
  }
  await grow(16)
  expect(await request()).toEqual(person)
  finish()
  await vi.waitFor(async () => expect(await readSession(sid)).toBeNull())
})

it.each([
  [
    'the claims cannot be stored',
    'UPDATE ON sessions FOR EACH ROW WHEN (NEW.role IS NULL)',
    { role: null, accounts: [] },
  ],
  ['the end of the session cannot be audited', 'INSERT ON activity FOR EACH ROW', null],
])('where %s, the request fails and the next minute tries again', async (_, event, now) => {
  if (now === null) provider.current.claims.email = 'ola@company.example'
  provider.current.claims.roles = []
  await grow(16)
  await query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`)
  await query(`CREATE TRIGGER refuse BEFORE ${event} EXECUTE FUNCTION refuse()`)
  await expect(request()).rejects.toMatchObject({ error: { code: 'audit_unavailable' } })
  await query('DROP FUNCTION refuse CASCADE')
  // What a provider that replaces each token would refuse is given once more.
  await query('UPDATE sessions SET refresh_token = $1 WHERE id = $2', [
    await sealRefreshToken(await provider.refreshTokenOf('kari')),
    sid,
  ])
  await query(`UPDATE sessions SET claims_read_at = claims_read_at - interval '61 seconds' WHERE id = $1`, [sid])
  expect(await request()).toEqual(now && { ...person, ...now })
})

it('a provider that cannot be reached changes nothing, is tried again after a minute, and leaves no word in the log', async () => {
  provider.current.answer = (_, response) => response.writeHead(503).end('Kari is a secret')
  provider.current.claims.roles = ['guests']
  await grow(16)
  expect(await request()).toEqual(person)
  expect((await readSession(sid))?.areClaimsOutdated).toBe(false)
  expect(vi.mocked(log).mock.calls).toEqual([['warn', 'claims not read', expect.any(Object)]])
  expect(JSON.stringify(vi.mocked(log).mock.calls)).not.toMatch(/Kari|secret|127\.0\.0\.1/)
  provider.current.answer = null
  await query(`UPDATE sessions SET claims_read_at = claims_read_at - interval '61 seconds' WHERE id = $1`, [sid])
  expect(await request()).toEqual({ ...person, role: 'viewer' })
})

it('keeps a token that was replaced although the claims could not be read with it', async () => {
  const next = await provider.refreshTokenOf('kari')
  const tokens = JSON.stringify({ access_token: 'a', token_type: 'Bearer', refresh_token: next })
  provider.current.answer = (request, response) => {
    if (request.url === '/token') response.setHeader('content-type', 'application/json').end(tokens)
    else if (request.url === '/me') response.writeHead(503).end()
    else provider.pass(request, response)
  }
  await grow(16)
  expect(await request()).toEqual(person)
  provider.current.answer = null
  await provider.revoke(token)
  await grow(16)
  expect(await request()).toEqual(person)
})
