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

type Wire = {
  status: number
  headers: { [name: string]: unknown }
  body: string
  ended: 'complete' | 'cut'
  ms: number
}

/** Sends a request and returns the raw response and whether it arrived completely. */
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
      response.on('end', () => done('complete'))
      response.on('error', () => done('cut'))
      response.on('close', () => done(response.complete ? 'complete' : 'cut'))
    })
    // After the headers, the response event handlers report how the connection ended.
    call.on('error', (error) => answered || reject(error))
    call.end()
  })
}

const users = '/customers/users'

test('status, with headers', async () => {
  await sandbox.faults([{ match: users, kind: 'status', status: 429, headers: { 'retry-after': '3' } }])
  const wire = await onWire()
  expect(wire).toMatchObject({ status: 429, headers: { 'retry-after': '3' }, ended: 'complete' })
  expect(JSON.parse(wire.body)).toMatchObject({ error: { message: expect.any(String) } })
})

test.each([204, 205, 304])('status %i, which has no body', async (status) => {
  for (const kind of ['status', 'html'] as const) {
    await sandbox.faults([{ match: users, kind, status }])
    expect(await onWire()).toMatchObject({ status, body: '', ended: 'complete' })
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

test('slow-body: the body arrives slowly after the headers', async () => {
  await sandbox.faults([{ match: users, kind: 'slow-body', ms: 200 }])
  const wire = await onWire()
  expect(JSON.parse(wire.body)).toHaveLength(20)
  expect(wire.ms).toBeGreaterThan(180)
})

test('reset: the connection ends without a response', async () => {
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

test('content-type: the right body with a wrong type', async () => {
  await sandbox.faults([{ match: users, kind: 'content-type' }])
  const wire = await onWire()
  expect(wire.headers['content-type']).toBe('text/plain')
  expect(JSON.parse(wire.body)).toHaveLength(20)
})

test('endless: never ends by itself', async () => {
  await sandbox.faults([{ match: users, kind: 'endless' }])
  expect(await onWire(undefined, 2_000_000)).toMatchObject({ status: 200, ended: 'cut' })
})

test('broken-customer: one customer of the page is invalid, the others are intact', async () => {
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

test('short-page: half of the page, with the complete total', async () => {
  const complete = await onWire(`${users}?limit=7&total=true`)
  await sandbox.faults([{ match: users, kind: 'short-page' }])
  const { body, headers } = await onWire(`${users}?limit=7&total=true`)
  expect(JSON.parse(body)).toEqual(JSON.parse(complete.body).slice(0, 3))
  expect(headers['total-count']).toBe(complete.headers['total-count'])
})

test('token-expired: the token is revoked, and a new one works', async () => {
  const answer: { access_token: string } = await (await sandbox.requestToken(accounts.test)).json()
  const withToken = () => sandbox.get(users, {}, { headers: { authorization: `Bearer ${answer.access_token}` } })
  await sandbox.faults([{ match: '', kind: 'token-expired', times: 1 }])
  expect((await withToken()).status).toBe(401)
  expect((await withToken()).status).toBe(401)
  expect((await onWire()).status).toBe(200)
})

test('token-down: no new tokens, while issued ones still work', async () => {
  await sandbox.faults([{ match: '', kind: 'token-down' }])
  expect((await sandbox.requestToken(accounts.test)).status).toBe(503)
  expect((await onWire()).status).toBe(200)
})

test('clock: the clock of the sandbox is ahead', async () => {
  await sandbox.faults([{ match: '', kind: 'clock', ms: 3_600_000 }])
  const { headers: seen } = await onWire()
  expect(Date.parse(String(seen.date)) - Date.now()).toBeGreaterThan(3_590_000)
  const answer: { access_token: string } = await (await sandbox.requestToken(accounts.test)).json()
  const claims = JSON.parse(Buffer.from(answer.access_token.split('.')[1] ?? '', 'base64url').toString())
  expect(claims.iat * 1000 - Date.now()).toBeGreaterThan(3_590_000)
})

test('every fault kind has a test in this file', () => {
  const tested = ['status', 'delay', 'slow-body', 'reset', 'reset-body', 'truncated', 'html', 'content-type', 'endless']
  tested.push('broken-customer', 'bad-total', 'repeat-page', 'short-page', 'token-expired', 'token-down', 'clock')
  expect([...faultKinds].sort()).toEqual(tested.sort())
})

test('applies to matching requests only, limited by times and rate', async () => {
  await sandbox.faults([{ match: 'users?limit=1', kind: 'status', status: 503, times: 2 }])
  const seen = []
  for (const path of [`${users}?limit=2`, `${users}?limit=1`, `${users}?limit=1`, `${users}?limit=1`])
    seen.push((await onWire(path)).status)
  expect(seen).toEqual([200, 503, 503, 200])
  await sandbox.faults([{ match: users, kind: 'status', status: 500, rate: 0.5 }])
  const statuses = await Promise.all(Array.from({ length: 60 }, () => onWire(`${users}?limit=1`)))
  const failed = statuses.filter(({ status }) => status === 500).length
  expect(failed).toBeGreaterThan(15)
  expect(failed).toBeLessThan(45)
})

test('several faults apply together', async () => {
  await sandbox.faults([
    { match: users, kind: 'delay', ms: 100 },
    { match: users, kind: 'bad-total', value: '-1' },
    { match: users, kind: 'truncated' },
  ])
  const wire = await onWire(`${users}?total=true`)
  expect(wire).toMatchObject({ ended: 'cut', headers: { 'total-count': '-1' } })
  expect(wire.ms).toBeGreaterThan(95)
})

test('shows the requests, their connections and whether the client aborted them', async () => {
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
