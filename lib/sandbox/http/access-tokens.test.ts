import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, client, clientWithoutScope } from '../seed/seed'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests()
})
afterAll(async () => {
  await sandbox.faults([])
  await sandbox.stop()
})

const withHeader = (authorization: string) => sandbox.get('/customers/users', {}, { headers: { authorization } })
const post = (body: string | undefined, authorization = `Basic ${btoa(`${client.id}:${client.secret}`)}`) =>
  fetch(`${sandbox.accountUrl(accounts.test)}/auth/token`, { method: 'POST', headers: { authorization }, body })

test('issues a bearer token with an expiry, for the audience of the sandbox and for the published one', async () => {
  for (const audience of [undefined, `https://api.dintero.com/v1/accounts/${accounts.test}`]) {
    const answer = await sandbox.requestToken(accounts.test, client, audience)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 14_400,
      access_token: expect.stringMatching(/^ey/),
    })
  }
})

test.each([
  ['a wrong secret', { id: client.id, secret: 'wrong' }],
  ['an unknown client', { id: 'nobody', secret: client.secret }],
])('401 for %s', async (_, given) => {
  expect((await fetch(sandbox.url)).status).toBe(404)
  const answer = await sandbox.requestToken(accounts.test, given as typeof client)
  expect(answer.status).toBe(401)
})

test.each([
  ['', 400],
  ['{', 400],
  ['null', 400],
  ['[]', 400],
  ['{"grant_type":"password","audience":"x"}', 400],
  [`{"grant_type":"client_credentials"}`, 400],
  [`{"grant_type":"client_credentials","audience":"https://api.dintero.com/v1/accounts/${accounts.production}"}`, 400],
])('rejects the token request %j', async (body, status) => {
  expect((await post(body)).status).toBe(status)
})

test.each(['Basic', 'Basic !!!', 'Basic Og==', `Basic ${btoa('no colon')}`, 'Bearer x', '\u00e9'])(
  '401 for the authorization %j',
  async (header) => {
    expect((await post('{}', header)).status).toBe(401)
  },
)

test('401 for an invalid token and for one of another account, issuer, key or algorithm', async () => {
  const own = await sandbox.tokenOf(accounts.test)
  const other = await sandbox.tokenOf(accounts.production)
  const [, payload = '', signature = ''] = own.split('.')
  const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}`
  const forged = await new SignJWT({ 'https://dintero.com/account': accounts.test, scope: 'read:customers' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('https://elsewhere.example.com')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('x'.repeat(32)))
  for (const header of [
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    `Basic ${own}`,
    `Bearer ${other}`,
    `Bearer ${unsigned}.`,
    `Bearer ${unsigned}.${signature}`,
    `Bearer ${forged}`,
    `Bearer ${own}x`,
  ]) {
    expect(await withHeader(header), header).toMatchObject({
      status: 401,
      body: { error: { message: expect.any(String) } },
    })
  }
  expect((await withHeader(`Bearer ${own}`)).status).toBe(200)
})

test('401 for an expired token', async () => {
  const own = await sandbox.tokenOf(accounts.test)
  await sandbox.faults([{ kind: 'clock', ms: 14_401_000 }])
  expect(await withHeader(`Bearer ${own}`)).toMatchObject({ status: 401 })
  await sandbox.faults([])
  expect((await withHeader(`Bearer ${own}`)).status).toBe(200)
})

test('403 for a client without the scope', async () => {
  const answer = await sandbox.requestToken(accounts.test, clientWithoutScope)
  const { access_token }: { access_token: string } = await answer.json()
  expect(await withHeader(`Bearer ${access_token}`)).toMatchObject({
    status: 403,
    body: { error: { message: expect.stringContaining('read:customers') } },
  })
})

test('405 for methods that write, 404 for unknown paths and accounts', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const answer = await sandbox.get('/customers/users/K-214907', {}, { method })
    expect(answer).toMatchObject({ status: 405, body: { error: { message: expect.stringContaining('GET') } } })
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
  }
  expect((await sandbox.get('/customers')).status).toBe(404)
  expect((await fetch(`${sandbox.url}/accounts/X1/customers/users`)).status).toBe(400)
  expect((await fetch(`${sandbox.url}/accounts/T00000001/customers/users`)).status).toBe(401)
})
