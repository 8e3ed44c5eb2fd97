import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCount } from './run-count-for-tests'
import { accounts } from './seed/seed'
import { type SandboxUnderTest, startForTests } from './start-for-tests'

let sandbox: SandboxUnderTest
let authorization: string
const agent = new Agent({ keepAlive: true, maxSockets: 8 })
beforeAll(async () => {
  sandbox = await startForTests()
  authorization = `Bearer ${await sandbox.tokenOf(accounts.test)}`
})
afterAll(async () => {
  agent.destroy()
  await sandbox.stop()
})

const names = [
  'search',
  'email',
  'phone_number',
  'type',
  'tag_id',
  'token_type',
  'token_value',
  'attributes_keys',
  'attributes_values',
]
names.push('include_deleted', 'since_datetime', 'limit', 'starting_after', 'total')

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    'true',
    '100',
    '0',
    '-1',
    '%',
    '"',
    "'",
    '*',
    'a" OR "b',
    'NEAR(a b)',
    '\0',
    '\n',
    '+47',
    '2026-01-01T00:00:00Z',
    'any',
    'contact',
    '😀',
    'ﬀ',
    'İ',
    '𐐀',
    ',,,',
    'a,b,c,d',
  ),
  fc.uuid(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
)
const pair = fc.tuple(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string() }),
  value,
)
const encoded = fc
  .array(pair, { maxLength: 5 })
  .map((pairs) => pairs.map(([name, text]) => `${encode(name)}=${encode(text)}`).join('&'))
const raw = fc.string({ unit: fc.constantFrom(...'%&=+abcsearchlimit0129-_.~!$()*,;:@/?C3A9zz'), maxLength: 60 })

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

type Answer = { status: number; body: string }

function call(
  path: string,
  options: { method?: string; headers?: { [name: string]: string }; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(sandbox.origin)
    const sent = request(
      { hostname, port, path, agent, method: options.method ?? 'GET', headers: { authorization, ...options.headers } },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (text: string) => {
          body += text
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      },
    )
    sent.on('error', reject)
    sent.end(options.body)
  })
}

/** Expects a success or a 4xx in the shape of the contract, and never a failure of the sandbox. */
function expectValidAnswer({ status, body }: Answer): void {
  expect(status).toBeLessThan(500)
  if (status >= 400 && body !== '') expect(JSON.parse(body)).toMatchObject({ error: { message: expect.any(String) } })
  else if (status >= 400) throw new Error(`${status} without a body`)
  else if (!body.startsWith('<!doctype html>')) JSON.parse(body)
}

test(`${runCount(200) * 50} random query strings`, { timeout: 90_000 }, async () => {
  const batch = fc.array(fc.oneof({ weight: 4, arbitrary: encoded }, { weight: 1, arbitrary: raw }), {
    minLength: 50,
    maxLength: 50,
  })
  await fc.assert(
    fc.asyncProperty(batch, async (queries) => {
      const answers = await Promise.all(queries.map((query) => call(`/v1/accounts/T12345678/customers/users?${query}`)))
      answers.forEach(expectValidAnswer)
    }),
    { numRuns: runCount(200), seed: 7, endOnFailure: true },
  )
})

test('random paths', { timeout: 30_000 }, async () => {
  const segment = fc.oneof(
    raw,
    fc.string({ maxLength: 20 }).map((text) => encode(text)),
    fc.constantFrom('..', '.', '%2e%2e', '%2F', '%00', '\\', ''),
  )
  const path = fc
    .array(segment, { maxLength: 4 })
    .map((segments) => `/v1/accounts/T12345678/customers/users/${segments.join('/')}`)
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        path,
        segment.map((text) => `/${text}`),
      ),
      async (made) => expectValidAnswer(await call(made.replaceAll(' ', ''))),
    ),
    { numRuns: runCount(800), seed: 7 },
  )
})

test('random bodies and authorization headers for the token and control endpoints', async () => {
  const body = fc.oneof(fc.json(), fc.string({ unit: 'binary' }))
  const header = fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x21-\x7e ]/g, ''))
  await fc.assert(
    fc.asyncProperty(
      body,
      header,
      fc.constantFrom('/v1/accounts/T12345678/auth/token', '/_sandbox/customers/nobody'),
      async (text, given, path) => {
        expectValidAnswer(await call(path, { method: 'POST', body: text, headers: { authorization: given } }))
        expectValidAnswer(await call('/v1/accounts/T12345678/customers/tags', { headers: { authorization: given } }))
      },
    ),
    { numRuns: 300, seed: 7 },
  )
})

test('URLs and bodies that are too long', async () => {
  expect((await call(`/v1/accounts/T12345678/customers/users?search=${'x'.repeat(100_000)}`)).status).toBe(414)
  expect((await call(`/${'x'.repeat(100_000)}`)).status).toBe(414)
  const long = await call('/v1/accounts/T12345678/auth/token', {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('sandbox-client:sandbox-secret')}` },
    body: 'x'.repeat(1_000_000),
  })
  expect(long.status).toBe(413)
})

test.each([
  'nonsense\r\n\r\n',
  'GET / HTTP/9\r\n\r\n',
  `GET /v1 HTTP/1.1\r\nhost: a b\r\n\r\n`,
  `GET / HTTP/1.1\r\n${'x: y\r\n'.repeat(80_000)}\r\n`,
  'GET /v1/x HTTP/1.0\r\n\r\n',
])('malformed HTTP: %#', async (text) => {
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(sandbox.origin).port), '127.0.0.1')
    let got = ''
    socket.on('data', (data) => {
      got += data
      if (got.includes('}}')) socket.destroy()
    })
    socket.on('error', () => resolve(got))
    socket.on('close', () => resolve(got))
    socket.write(text)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect(answer).toContain('{"error":{"message"')
  expect((await sandbox.get('/customers/tags')).status).toBe(200)
})
