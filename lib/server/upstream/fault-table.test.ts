import { createServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CustomerQuery, noFilters } from '@/lib/customers/filters/customer-query'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { rawAnswer, startRaw } from '@/lib/sandbox/start-raw-for-tests'
import { accessForTests } from '@/lib/server/auth/access-for-tests'
import { fetchCustomer, fetchRawCustomer } from '@/lib/server/customers/fetch/fetch-customer'
import { fetchCustomerCount } from '@/lib/server/customers/fetch/fetch-customer-count'
import { fetchCustomerPage } from '@/lib/server/customers/fetch/fetch-customer-page'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { DinteroClient } from '@/lib/server/upstream/client'
import { settingsForTests } from '@/lib/server/upstream/settings-for-tests'

/**
 * What each fault of the upstream becomes for the list, a record, the total, and the token call. The faults come over real
 * HTTP from the sandbox, or from a raw socket where no HTTP library would send such an answer. Times are a tenth of the
 * usual ones.
 *
 * The deadline is proved by outcome and number of calls, not by measured time: an answer of a byte at a time ends only at
 * the deadline (without it, the test would time out), and a deadline for each attempt would allow more calls.
 */

const upstream = vi.hoisted(() => ({ client: undefined as unknown }))
vi.mock('@/lib/server/upstream/client', async (original) => ({ ...(await original()), dintero: () => upstream.client }))

// More than a tenth, so that on a busy machine only calls that hang are hedged.
const settings = settingsForTests({ hedgeMs: 400 })
const access = accessForTests('agent', settings.timeoutMs)
const nora = people.nora.customer_id
const page: CustomerQuery = { ...noFilters, limit: 5, starting_after: null, by_word: null }

const list = () => fetchCustomerPage(access, page)
const targets = {
  list: { match: '/customers/users?', fetch: list },
  record: { match: `/customers/users/${nora}`, fetch: () => fetchCustomer(access, nora) },
  total: { match: '/customers/users?', fetch: () => fetchCustomerCount(access, noFilters) },
  token: { match: '/auth/token', fetch: list },
}
type Target = keyof typeof targets
const kinds = Object.keys(targets) as Target[]

/** The code of the failure, or `ok`, and how many calls were sent to the faulty endpoint. */
type Expected = readonly [outcome: string, calls: number | readonly [least: number, most: number]]
type Row = { [target in Target]: Expected }

const everywhere = (expected: Expected, change: Partial<Row> = {}): Row => ({
  ...{ list: expected, record: expected, total: expected, token: expected },
  ...change,
})
/** An attempt over a reused connection that the server closes is repeated over a new one, which is not a retry. */
const unavailable = everywhere(['upstream_unavailable', [4, 8]])
const cutOff = everywhere(['upstream_invalid', 4])
const invalid = everywhere(['upstream_invalid', 1])
const fine = everywhere(['ok', 1])
const onlyOfLists: Row = { ...invalid, list: ['ok', 1], total: ['ok', 1] }
/** A call that hangs is hedged, and retried when its first byte is overdue. */
const atDeadline = everywhere(['upstream_unavailable', [2, 4]])
const refusedToken: Expected = ['upstream_unauthorized', 1]

/** Fetches once with a new client, and gives the outcome. */
async function outcomeAt(url: string, target: Target) {
  upstream.client = new DinteroClient({ baseUrl: url, settings })
  return targets[target].fetch().then(
    () => 'ok',
    (thrown: unknown) => (thrown instanceof ApiFailure ? thrown.error.code : String(thrown)),
  )
}

function check(expected: Expected, outcome: string, calls: number): void {
  const [least, most] = typeof expected[1] === 'number' ? [expected[1], expected[1]] : expected[1]
  expect({ outcome, calls }).toEqual({ outcome: expected[0], calls: Math.min(Math.max(calls, least), most) })
}

const byKind = (rows: [string, unknown, Row][]) =>
  rows.flatMap(([name, fault, row]) => kinds.map((target) => ({ name, target, fault, expected: row[target] })))

describe('a fault of the sandbox', () => {
  let sandbox: Awaited<ReturnType<typeof startForTests>>
  beforeAll(async () => {
    sandbox = await startForTests()
  })
  afterAll(() => sandbox.stop())

  const rows: [string, object, Row][] = [
    ['500', { kind: 'status', status: 500 }, unavailable],
    ['502', { kind: 'status', status: 502 }, unavailable],
    ['503', { kind: 'status', status: 503 }, unavailable],
    ['504', { kind: 'status', status: 504 }, unavailable],
    ['408', { kind: 'status', status: 408 }, unavailable],
    ['503 for a time', { kind: 'status', status: 503, times: 2 }, everywhere(['ok', 3])],
    [
      '503 with Retry-After beyond the deadline',
      { kind: 'status', status: 503, headers: { 'retry-after': '30' } },
      everywhere(['upstream_unavailable', 1]),
    ],
    ['429', { kind: 'status', status: 429 }, everywhere(['upstream_rate_limited', 4])],
    [
      '429 with Retry-After beyond the deadline',
      { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
      everywhere(['upstream_rate_limited', 1]),
    ],
    [
      '429 with Retry-After as a date',
      { kind: 'status', status: 429, headers: { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' } },
      everywhere(['upstream_rate_limited', 1]),
    ],
    [
      '400',
      { kind: 'status', status: 400 },
      everywhere(['invalid_query', 1], { record: ['ok', 1], token: refusedToken }),
    ],
    ['401', { kind: 'status', status: 401 }, everywhere(['upstream_unauthorized', 2], { token: refusedToken })],
    ['403', { kind: 'status', status: 403 }, everywhere(['upstream_forbidden', 1], { token: refusedToken })],
    ['404', { kind: 'status', status: 404 }, everywhere(['not_found', 1], { record: ['ok', 1], token: refusedToken })],
    ['418', { kind: 'status', status: 418 }, invalid],
    ['204', { kind: 'status', status: 204 }, invalid],
    ['206', { kind: 'status', status: 206 }, invalid],
    ['304 to an unconditional request', { kind: 'status', status: 304 }, invalid],
    ['a redirect', { kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:1/' } }, invalid],
    ['an answer that does not come', { kind: 'delay', ms: 5_000 }, atDeadline],
    ['an answer that comes late', { kind: 'delay', ms: 200 }, fine],
    ['a body that stalls', { kind: 'slow-body', ms: 8_000 }, atDeadline],
    ['a reset', { kind: 'reset' }, unavailable],
    ['a reset in the body', { kind: 'reset-body' }, cutOff],
    ['half an answer', { kind: 'truncated' }, cutOff],
    ['HTML', { kind: 'html' }, invalid],
    ["a gateway's page", { kind: 'html', status: 502 }, unavailable],
    ['another content type', { kind: 'content-type', value: 'text/plain' }, { ...invalid, token: ['ok', 1] }],
    ['a customer that breaks the contract', { kind: 'broken-customer' }, fine],
    ['a total that is not a number', { kind: 'bad-total', value: 'abc' }, fine],
    ['a negative total', { kind: 'bad-total', value: '-1' }, fine],
    ['a token that has expired', { kind: 'token-expired', times: 1 }, everywhere(['ok', 2], { token: ['ok', 1] })],
    [
      'a token service that is down',
      { kind: 'token-down' },
      everywhere(['ok', 1], { token: ['upstream_unavailable', 4] }),
    ],
    ['a clock five minutes ahead', { kind: 'clock', ms: 300_000 }, fine],
    ['a clock five minutes behind', { kind: 'clock', ms: -300_000 }, fine],
  ]

  it.each(byKind(rows))('$name: $target', async ({ target, fault, expected }) => {
    const { match } = targets[target]
    await sandbox.control('POST', '/faults', [{ match, ...(fault as object) }])
    await sandbox.control('DELETE', '/requests')
    const outcome = await outcomeAt(sandbox.url, target)
    const calls = (await sandbox.requests()).filter(({ path, query }) => `${path}?${query}`.includes(match))
    await sandbox.control('POST', '/faults', [])
    check(expected, outcome, calls.length)
  })

  it('an answer without an end', async () => {
    for (const target of kinds) {
      await sandbox.control('POST', '/faults', [{ match: targets[target].match, kind: 'endless' }])
      const outcome = await outcomeAt(sandbox.url, target)
      await sandbox.control('POST', '/faults', [])
      // It exceeds either the size limit or the deadline, whichever comes first.
      expect(['upstream_invalid', 'upstream_unavailable']).toContain(outcome)
    }
  })
})

const token = JSON.stringify({ access_token: 't', token_type: 'Bearer', expires_in: 600 })
const customer = { type: 'customer', customer_id: nora, id: 'a' }
/** The correct body of each target, with extra properties in its customer. */
const bodyOf = (target: Target, extra = {}) => {
  if (target === 'token') return token
  return JSON.stringify(target === 'record' ? { ...customer, ...extra } : [{ ...customer, ...extra }])
}
const customerText = JSON.stringify(customer)
const nested = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
const deep = (target: Target) => bodyOf(target, { attributes: 0 }).replace('"attributes":0', `"attributes":${nested}`)
const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024))

describe('a raw answer', () => {
  let answer: (socket: Socket, target: Target) => void = () => {}
  let server: Awaited<ReturnType<typeof startRaw>>
  let target: Target = 'list'
  const isTarget = (path: string) => path.endsWith('/auth/token') === (target === 'token')
  beforeAll(async () => {
    server = await startRaw((socket, { path }) => {
      if (isTarget(path)) answer(socket, target)
      else socket.write(rawAnswer(bodyOf(path.endsWith('/auth/token') ? 'token' : 'list')))
    })
  })
  afterAll(() => server.stop())

  type Answer = typeof answer
  const answerWith = (body: string | Buffer, headers = {}, status = '200 OK'): Answer => {
    const whole = rawAnswer(body, headers, status)
    return (socket) => socket.write(whole)
  }
  const rows: [string, Answer, Row][] = [
    ['a connection that is closed', (socket) => socket.destroy(), unavailable],
    ['a connection that is half closed', (socket) => socket.end(), unavailable],
    [
      'a byte at a time',
      (socket) => {
        socket.write(rawAnswer('', { 'content-length': '1000' }))
        setInterval(() => socket.write(' '), 100).unref()
      },
      { ...atDeadline, token: ['upstream_unavailable', [1, 3]] },
    ],
    ['a gzip bomb', answerWith(bomb, { 'content-encoding': 'gzip' }), invalid],
    ['more than 10 MB', answerWith(`[${' '.repeat(11_000_000)}]`), invalid],
    ['a head of 20 kB', answerWith('[]', { 'x-long': 'x'.repeat(20_000) }), invalid],
    ['something that is not HTTP', (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n\r\n'), invalid],
    ['200 with an error', answerWith('{"error":{"message":"no"}}'), invalid],
    ['an empty body', answerWith(''), invalid],
    ['null', answerWith('null'), invalid],
    ['JSON that ends early', answerWith('[{"type":"customer",'), invalid],
    ['an empty list', answerWith('[]'), onlyOfLists],
    ['an object with the list in it', answerWith('{"customers":[]}'), invalid],
    ['a customer twice', answerWith(`[${customerText},${customerText}]`), onlyOfLists],
    ['a byte that is not UTF-8', answerWith(Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d])), invalid],
    ['a byte order mark', (to, at) => to.write(rawAnswer(`\ufeff${bodyOf(at)}`)), fine],
    ['a missing total', (to, at) => to.write(rawAnswer(bodyOf(at))), fine],
    ['nesting of 10,000', (to, at) => to.write(rawAnswer(deep(at))), fine],
    ['nesting of 10,000 alone', answerWith(nested), invalid],
    ['a customer of 3 MB', (to, at) => to.write(rawAnswer(bodyOf(at, { status: 'x'.repeat(3_000_000) }))), fine],
    ['numbers beyond 2^53', (to, at) => to.write(rawAnswer(bodyOf(at, { metadata: { n: 2 ** 60 } }))), fine],
  ]

  it.each(byKind(rows))('$name: $target', async ({ target: faulty, fault, expected }) => {
    target = faulty
    answer = fault as Answer
    server.requests.length = 0
    const outcome = await outcomeAt(server.url, faulty)
    check(expected, outcome, server.requests.filter(({ path }) => isTarget(path)).length)
  })

  it('leaves out what cannot be serialised, and returns the rest', async () => {
    target = 'list'
    answer = (socket, at) => socket.write(rawAnswer(deep(at)))
    upstream.client = new DinteroClient({ baseUrl: server.url, settings })
    const { customers, unreadable } = await list()
    expect([customers, unreadable]).toEqual([[], [{ id: 'a', customer_id: nora, reason: 'attributes' }]])
    target = 'record'
    const read = await fetchCustomer(access, nora)
    expect(read.wrong).toEqual([{ path: ['attributes'], value: '…' }])
    expect(() => JSON.stringify(read)).not.toThrow()
    expect((await fetchRawCustomer(access, nora)).text).toContain(nested)
    const masked = { ...access, viewer: { ...access.viewer, role: 'viewer' as const } }
    expect((await fetchRawCustomer(masked, nora)).text).toContain('"attributes":{"a":"••••"}')
  })

  it('keeps the digits of a number beyond 2^53 in a record and in the list', async () => {
    const text = `{"type":"customer","customer_id":"${nora}","metadata":{"n":9007199254740993}}`
    answer = (socket, at) => socket.write(rawAnswer(at === 'list' ? `[${text}]` : text))
    upstream.client = new DinteroClient({ baseUrl: server.url, settings })
    target = 'record'
    expect((await fetchCustomer(access, nora)).customer.metadata).toEqual({ n: '9007199254740993' })
    target = 'list'
    expect((await list()).customers[0]?.metadata).toEqual({ n: '9007199254740993' })
  })
})

describe('without an answer', () => {
  it('reports an unknown host, a closed port and an untrusted certificate as unavailable', async () => {
    const closed = createTcpServer()
    const secure = createServer()
    const ports: number[] = []
    for (const server of [closed, secure]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      ports.push((server.address() as AddressInfo).port)
    }
    await new Promise((resolve) => closed.close(resolve))
    const urls = [
      'http://no-such-host.invalid/v1',
      `http://127.0.0.1:${ports[0]}/v1`,
      `https://127.0.0.1:${ports[1]}/v1`,
    ]
    for (const url of urls)
      for (const at of kinds) {
        const outcome = await outcomeAt(url, at)
        expect([url, at, outcome]).toEqual([url, at, 'upstream_unavailable'])
      }
    secure.close()
  })
})
