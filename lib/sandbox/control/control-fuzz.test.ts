import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCount } from '../run-count-for-tests'
import { accounts, people } from '../seed/seed'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'
import { faultKinds } from './fault'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests({ fresh: true, customers: 600 })
})
afterAll(() => sandbox.stop())

/** The status of a control request. Any response other than 2xx must be an error in the shape of the contract. */
async function control(method: string, path: string, body?: unknown): Promise<number> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const response = await fetch(`${sandbox.origin}/_sandbox${path}`, { method, body: text })
  const answer: unknown = await response.json()
  if (!response.ok) expect(answer).toMatchObject({ error: { message: expect.any(String) } })
  expect(response.status).toBeLessThan(500)
  return response.status
}

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '\0', '\ud800', '__proto__', 'a\r\nb: c', '2026-02-30', '+275760-09-13T00:00:00Z', '\x7f"*'),
)
const oddValue = fc.oneof(
  oddText,
  fc.double(),
  fc.constantFrom(null, true, -1, 0, 1.5, 1e21),
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(oddText, oddText, { maxKeys: 3 }),
)

const legalText = fc.constantFrom('', ' ', 'close', 'upgrade', '"', 'chunked', '-1', 'æ')

/** An object with some of these fields. Sometimes one of them has an arbitrary value. */
const someOf = (usual: { [name: string]: fc.Arbitrary<unknown> }) => {
  const odd = fc.option(fc.tuple(fc.constantFrom(...Object.keys(usual)), oddValue), { freq: 1 })
  return fc
    .tuple(fc.record(usual, { requiredKeys: [] }), odd)
    .map(([made, other]) => (other ? { ...made, [other[0]]: other[1] } : made))
}

const fault = someOf({
  match: fc.constantFrom('', 'users'),
  kind: fc.constantFrom(...faultKinds),
  times: fc.constantFrom(1, 2),
  status: fc.oneof(fc.integer({ min: 190, max: 610 }), fc.constantFrom(204, 205, 304, 416)),
  ms: fc.integer({ min: 0, max: 20 }),
  value: fc.constantFrom('', 'x', 'text/æ', '\t '),
  headers: fc.dictionary(fc.constantFrom('x-odd', 'etag', 'connection', 'content-type', 'expect', 'date'), legalText),
  patch: fc.dictionary(oddText, oddValue, { maxKeys: 3 }),
}).map((made) => ({ ...made, kind: made.kind ?? 'status' }))

test('random faults are accepted or rejected and never break the sandbox', { timeout: 60_000 }, async () => {
  const users = `${sandbox.accountUrl(accounts.test)}/customers/users?limit=3&total=true`
  let taken = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 3 }), async (faults) => {
      const { access_token: token }: { access_token: string } = await (await sandbox.requestToken(accounts.test)).json()
      if ((await control('POST', '/faults', faults)) !== 200) return
      taken++
      for (const method of ['GET', 'HEAD']) {
        // A fault may change the response in any way, but the sandbox itself must not fail.
        const signal = AbortSignal.timeout(150)
        const response = await fetch(users, {
          method,
          headers: { authorization: `Bearer ${token}` },
          signal,
          redirect: 'manual',
        }).catch(() => undefined)
        const body = await response?.text().catch(() => '')
        expect(body ?? '').not.toContain('The sandbox failed')
      }
      expect(await control('POST', '/faults', [])).toBe(200)
    }),
    { numRuns: runCount(300), seed: 7 },
  )
  expect(taken).toBeGreaterThan(runCount(300) / 5)
  expect((await sandbox.get('/customers/users')).status).toBe(200)
})

const customer = someOf({
  customer_id: oddText,
  type: fc.constantFrom('customer', 'contact', 'company'),
  first_name: oddText,
  last_name: oddText,
  email: oddText,
  phone_number: oddText,
  updated_at: fc.constantFrom('2026-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z'),
  company: someOf({ bussiness_name: oddText }),
  contact_for: fc.array(someOf({ customer_id: fc.constantFrom('fuzzed', 'B-20071') }), { maxLength: 3 }),
  attributes: fc.dictionary(oddText, oddValue, { maxKeys: 3 }),
  tags: fc.array(oddText, { maxLength: 3 }),
  tokens: fc.array(someOf({ id: oddText, type: oddText, value: oddText, created_at: oddText }), { maxLength: 2 }),
  communication: oddValue,
  marketing_consent: oddValue,
})

test('random customers never break the list', { timeout: 60_000 }, async () => {
  let created = 0
  await fc.assert(
    fc.asyncProperty(customer, fc.constantFrom('fuzzed', people.kari.customer_id, '\u0001'), async (given, id) => {
      if ((await control('POST', '/customers', given)) === 201) created++
      await control('POST', `/customers/${encodeURIComponent(id)}`, given)
      const since = await sandbox.get('/customers/users', { since_datetime: '2016-01-01T00:00:00Z', total: true })
      expect(since.status).toBe(200)
    }),
    { numRuns: runCount(600), seed: 7 },
  )
  expect(created).toBeGreaterThan(runCount(600) / 10)
  for (const path of ['/customers/users?type=any&limit=100', '/customers/users?type=contact&search=f'])
    expect((await sandbox.get(path)).status).toBe(200)
})
