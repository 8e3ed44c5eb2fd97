import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { accounts, people } from '../seed/seed'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'
import { faultKinds } from './fault'

let sandbox: SandboxUnderTest
let headers: { authorization: string }
beforeAll(async () => {
  sandbox = await startForTests()
  headers = { authorization: `Bearer ${await sandbox.tokenOf(accounts.test)}` }
})
afterEach(() => sandbox.faults([]))
afterAll(() => sandbox.stop())

type Wire = { status: number; headers: { [name: string]: unknown }; body: string; ended: 'whole' | 'cut'; ms: number }

/** A request as it is seen on the wire: what arrives, and whether it arrives whole. */
function onWire(path = '/customers/users?limit=20', stopAfterBytes = Number.POSITIVE_INFINITY): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    let answered = false
    const call = request(`${sandbox.accountUrl(accounts.test)}${path}`, { headers, agent: false }, (response) => {
      answered = true
      let body = ''
      const done = (ended: Wire['ended']) =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body,
          ended,
          ms: performance.now() - started,
        })
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        body += text
        if (body.length > stopAfterBytes) response.destroy()
      })
      response.on('end', () => done('whole'))
      response.on('error', () => done('cut'))
      response.on('close', () => done(response.complete ? 'whole' : 'cut'))
    })
    // After the head has come, the answer itself tells how it ended.
    call.on('error', (error) => answered || reject(error))
    call.end()
  })
}

const users = '/customers/users'

test('status, with headers', async () => {
  await sandbox.faults([{ match: users, kind: 'status', status: 429, headers: { 'retry-after': '3' } }])
  const wire = await onWire()
  expect(wire).toMatchObject({ status: 429, headers: { 'retry-after': '3' }, ended: 'whole' })
  expect(JSON.parse(wire.body)).toMatchObject({ error: { message: expect.any(String) } })
})

test.each([204, 205, 304])('status %i, which has no body', async (status) => {
  for (const kind of ['status', 'html'] as const) {
    await sandbox.faults([{ match: users, kind, status }])
    expect(await onWire()).toMatchObject({ status, body: '', ended: 'whole' })
  }
})

test('a header that is a number is sent as text', async () => {
  const headers = { 'retry-after': 3 } as unknown as { [name: string]: string }
  await sandbox.faults([{ match: users, kind: 'status', headers }])
  expect((await onWire()).headers['retry-after']).toBe('3')
})

test('delay', async () => {
  await sandbox.faults([{ match: users, kind: 'delay', ms: 150 }])
  expect((await onWire()).ms).toBeGreaterThan(140)
})

test('slow-body: the head comes at once, the body takes its time', async () => {
  await sandbox.faults([{ match: users, kind: 'slow-body', ms: 200 }])
  const wire = await onWire()
  expect(JSON.parse(wire.body)).toHaveLength(20)
  expect(wire.ms).toBeGreaterThan(180)
})

test('reset: the connection ends without an answer', async () => {
  await sandbox.faults([{ match: users, kind: 'reset' }])
  await expect(onWire()).rejects.toMatchObject({ code: 'ECONNRESET' })
})

test.each(['reset-body', 'truncated'] as const)('%s: the connection ends before the declared length', async (kind) => {
  await sandbox.faults([{ match: users, kind }])
  const wire = await onWire()
  expect(wire).toMatchObject({ status: 200, ended: 'cut' })
  expect(wire.body.length).toBeGreaterThan(100)
  expect(Buffer.byteLength(wire.body)).toBeLessThan(Number(wire.headers['content-length']))
})

test('html', async () => {
  await sandbox.faults([{ match: users, kind: 'html', status: 502 }])
  expect(await onWire()).toMatchObject({
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: expect.stringMatching(/^<!doctype/),
  })
})

test('content-type: the right body under a wrong name', async () => {
  await sandbox.faults([{ match: users, kind: 'content-type' }])
  const wire = await onWire()
  expect(wire.headers['content-type']).toBe('text/plain')
  expect(JSON.parse(wire.body)).toHaveLength(20)
})

test('endless: never ends by itself', async () => {
  await sandbox.faults([{ match: users, kind: 'endless' }])
  expect(await onWire(undefined, 2_000_000)).toMatchObject({ status: 200, ended: 'cut' })
})

test('broken-customer: one of the page, others are whole', async () => {
  await sandbox.faults([{ match: users, kind: 'broken-customer' }])
  const customers: { type: string }[] = JSON.parse((await onWire()).body)
  expect(customers.filter(({ type }) => type === 'alien')).toHaveLength(1)
  expect(customers).toHaveLength(20)
  await sandbox.faults([{ match: users, kind: 'broken-customer', patch: { customer_id: null } }])
  expect(JSON.parse((await onWire()).body)[10]).toMatchObject({ customer_id: null })
})

test('bad-total', async () => {
  await sandbox.faults([{ match: users, kind: 'bad-total' }])
  expect((await onWire(`${users}?total=true`)).headers['total-count']).toBe('many')
})

test('repeat-page: the cursor is ignored', async () => {
  const first = await onWire(`${users}?limit=2`)
  await sandbox.faults([{ match: users, kind: 'repeat-page' }])
  expect((await onWire(`${users}?limit=2&starting_after=${people.nora.id}`)).body).toBe(first.body)
  expect((await onWire(`${users}?starting_after=${people.nora.id}&limit=2`)).body).toBe(first.body)
})

test('short-page: half of what the page holds, and the whole total', async () => {
  const whole = await onWire(`${users}?limit=7&total=true`)
  await sandbox.faults([{ match: users, kind: 'short-page' }])
  const { body, headers } = await onWire(`${users}?limit=7&total=true`)
  expect(JSON.parse(body)).toEqual(JSON.parse(whole.body).slice(0, 3))
  expect(headers['total-count']).toBe(whole.headers['total-count'])
})

test('token-expired: the token has ended for good, a new one works', async () => {
  const answer: { access_token: string } = await (await sandbox.requestToken(accounts.test)).json()
  const withToken = () => sandbox.get(users, {}, { headers: { authorization: `Bearer ${answer.access_token}` } })
  await sandbox.faults([{ match: '', kind: 'token-expired', times: 1 }])
  expect((await withToken()).status).toBe(401)
  expect((await withToken()).status).toBe(401)
  expect((await onWire()).status).toBe(200)
})

test('token-down: no tokens, while those given out still work', async () => {
  await sandbox.faults([{ match: '', kind: 'token-down' }])
  expect((await sandbox.requestToken(accounts.test)).status).toBe(503)
  expect((await onWire()).status).toBe(200)
})

test('clock: the sandbox lives in another hour', async () => {
  await sandbox.faults([{ match: '', kind: 'clock', ms: 3_600_000 }])
  const { headers: seen } = await onWire()
  expect(Date.parse(String(seen.date)) - Date.now()).toBeGreaterThan(3_590_000)
  const answer: { access_token: string } = await (await sandbox.requestToken(accounts.test)).json()
  const claims = JSON.parse(Buffer.from(answer.access_token.split('.')[1] ?? '', 'base64url').toString())
  expect(claims.iat * 1000 - Date.now()).toBeGreaterThan(3_590_000)
})

test('every kind has a test here', () => {
  const tested = ['status', 'delay', 'slow-body', 'reset', 'reset-body', 'truncated', 'html', 'content-type', 'endless']
  tested.push('broken-customer', 'bad-total', 'repeat-page', 'short-page', 'token-expired', 'token-down', 'clock')
  expect([...faultKinds].sort()).toEqual(tested.sort())
})

test('strikes only what matches, as often as it is told, by its rate', async () => {
  await sandbox.faults([{ match: 'users?limit=1', kind: 'status', status: 503, times: 2 }])
  const seen = []
  for (const path of [`${users}?limit=2`, `${users}?limit=1`, `${users}?limit=1`, `${users}?limit=1`])
    seen.push((await onWire(path)).status)
  expect(seen).toEqual([200, 503, 503, 200])
  await sandbox.faults([{ match: users, kind: 'status', status: 500, rate: 0.5 }])
  const statuses = await Promise.all(Array.from({ length: 60 }, () => onWire(`${users}?limit=1`)))
  const struck = statuses.filter(({ status }) => status === 500).length
  expect(struck).toBeGreaterThan(15)
  expect(struck).toBeLessThan(45)
})

test('several faults strike together', async () => {
  await sandbox.faults([
    { match: users, kind: 'delay', ms: 100 },
    { match: users, kind: 'bad-total', value: '-1' },
    { match: users, kind: 'truncated' },
  ])
  const wire = await onWire(`${users}?total=true`)
  expect(wire).toMatchObject({ ended: 'cut', headers: { 'total-count': '-1' } })
  expect(wire.ms).toBeGreaterThan(95)
})

test.each([
  ['{', 'body'],
  ['{}', 'body'],
  ['[1]', 'body'],
  ['[{"match":"x"}]', 'kind'],
  ['[{"kind":"explode"}]', 'kind'],
  ['[{"kind":"delay","ms":"1"}]', 'ms'],
  ['[{"kind":"delay","rate":2}]', 'rate'],
  ['[{"kind":"delay","times":0}]', 'times'],
  ['[{"kind":"delay","how":1}]', 'how'],
  ['[{"kind":"delay","match":1}]', 'match'],
  ['[{"kind":"delay","times":1.5}]', 'times'],
  ['[{"kind":"delay","ms":0.5}]', 'ms'],
  ['[{"kind":"delay","ms":-1}]', 'ms'],
  ['[{"kind":"slow-body","ms":1e10}]', 'ms'],
  ['[{"kind":"clock","ms":1e12}]', 'ms'],
  ['[{"kind":"status","status":503.5}]', 'status'],
  ['[{"kind":"status","status":101}]', 'status'],
  ['[{"kind":"status","status":1e999}]', 'status'],
  ['[{"kind":"status","headers":7}]', 'headers'],
  ['[{"kind":"status","headers":"ab"}]', 'headers'],
  ['[{"kind":"status","headers":["a"]}]', 'headers'],
  ['[{"kind":"status","headers":null}]', 'headers'],
  ['[{"kind":"status","headers":{"a b":"c"}}]', 'headers'],
  ['[{"kind":"status","headers":{"":"c"}}]', 'headers'],
  ['[{"kind":"status","headers":{"a":"b\\r\\nc: d"}}]', 'headers'],
  ['[{"kind":"status","headers":{"a":"\\u0001"}}]', 'headers'],
  ['[{"kind":"status","headers":{"a":"ł"}}]', 'headers'],
  ['[{"kind":"status","headers":{"a":{}}}]', 'headers'],
  ['[{"kind":"status","headers":{"Content-Length":"3"}}]', 'headers'],
  ['[{"kind":"status","headers":{"trailer":"x"}}]', 'headers'],
  ['[{"kind":"broken-customer","patch":7}]', 'patch'],
  ['[{"kind":"broken-customer","patch":[]}]', 'patch'],
  ['[{"kind":"broken-customer","patch":null}]', 'patch'],
  ['[{"kind":"bad-total","value":"a\\nb"}]', 'value'],
  ['[{"kind":"content-type","value":"text/ł"}]', 'value'],
  ['[{"kind":"bad-total","value":7}]', 'value'],
  [JSON.stringify(Array(101).fill({ kind: 'delay' })), 'body'],
  [`[{"kind":"broken-customer","patch":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}]`, 'body'],
])('400 for the faults %#: %.60s', async (body, parameter) => {
  const response = await fetch(`${sandbox.origin}/_sandbox/faults`, { method: 'POST', body })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: { errors: [{ parameter }] } })
})

test('shows what arrived, over which connection, and what the client left', async () => {
  await sandbox.control('DELETE', '/requests')
  await onWire(`${users}?limit=1`)
  await sandbox.faults([{ match: users, kind: 'delay', ms: 300 }])
  await fetch(`${sandbox.accountUrl(accounts.test)}${users}`, { headers, signal: AbortSignal.timeout(50) }).catch(
    () => undefined,
  )
  await new Promise((resolve) => setTimeout(resolve, 50))
  const seen = await sandbox.requests()
  expect(seen).toMatchObject([
    {
      method: 'GET',
      path: `/v1/accounts/T12345678${users}`,
      query: 'limit=1',
      status: 200,
      aborted: false,
      ms: expect.any(Number),
    },
    { status: null, aborted: true },
  ])
  expect(seen[0]?.connection).not.toBe(seen[1]?.connection)
  expect(JSON.stringify(seen)).not.toContain('Bearer')
})
