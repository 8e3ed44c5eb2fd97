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
 * What each fault of the upstream becomes: for the list, a record, the total, and where it strikes the token call. Over
 * real HTTP, by the sandbox, or by hand where no HTTP library would say such a thing. Times are a tenth.
 */

const upstream = vi.hoisted(() => ({ client: undefined as unknown }))
vi.mock('@/lib/server/upstream/client', async (original) => ({ ...(await original()), dintero: () => upstream.client }))

// More than a tenth, so that on a busy machine nothing is sent again beside itself but what hangs.
const settings = settingsForTests({ hedgeMs: 400 })
const access = accessForTests('agent', settings.timeoutMs)
const nora = people.nora.customer_id
const page: CustomerQuery = { ...noFilters, limit: 5, starting_after: null, by_word: null }

const list = () => fetchCustomerPage(access, page)
const targets = {
  list: { match: '/customers/users?', ask: list },
  record: { match: `/customers/users/${nora}`, ask: () => fetchCustomer(access, nora) },
  total: { match: '/customers/users?', ask: () => fetchCustomerCount(access, noFilters) },
  token: { match: '/auth/token', ask: list },
}
type Target = keyof typeof targets
const kinds = Object.keys(targets) as Target[]

/** The code of the failure, or `ok`; and how many calls were sent there. */
type Expected = readonly [outcome: string, calls: number | readonly [least: number, most: number]]
type Row = { [target in Target]: Expected }

const everywhere = (expected: Expected, change: Partial<Row> = {}): Row => ({
  ...{ list: expected, record: expected, total: expected, token: expected },
  ...change,
})
/** Where a try meets a kept connection that the server closes, it is sent over a new one, uncounted. */
const unavailable = everywhere(['upstream_unavailable', [4, 8]])
const cutOff = everywhere(['upstream_invalid', 4])
const invalid = everywhere(['upstream_invalid', 1])
const fine = everywhere(['ok', 1])
const onlyOfLists: Row = { ...invalid, list: ['ok', 1], total: ['ok', 1] }
/** One that hangs is sent again beside itself, and once more where its first byte is overdue. */
const atDeadline = everywhere(['upstream_unavailable', [2, 4]])
const refusedToken: Expected = ['upstream_unauthorized', 1]

/** Asks once with a client of its own, and gives what came of it. */
async function outcomeAt(url: string, target: Target) {
  upstream.client = new DinteroClient({ baseUrl: url, settings })
  const started = performance.now()
  const outcome = await targets[target].ask().then(
    () => 'ok',
    (thrown: unknown) => (thrown instanceof ApiFailure ? thrown.error.code : String(thrown)),
  )
  return { outcome, ms: performance.now() - started }
}

function check(expected: Expected, { outcome, ms }: { outcome: string; ms: number }, calls: number): void {
  const [least, most] = typeof expected[1] === 'number' ? [expected[1], expected[1]] : expected[1]
  expect({ outcome, calls }).toEqual({ outcome: expected[0], calls: Math.min(Math.max(calls, least), most) })
  expect(ms).toBeLessThan(settings.timeoutMs + 250)
}

const byKind = (rows: [string, unknown, Row][]) =>
  rows.flatMap(([name, fault, row]) => kinds.map((target) => ({ name, target, fault, expected: row[target] })))

describe('by the sandbox', () => {
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
      '503 that asks to wait beyond the deadline',
      { kind: 'status', status: 503, headers: { 'retry-after': '30' } },
      everywhere(['upstream_unavailable', 1]),
    ],
    ['429', { kind: 'status', status: 429 }, everywhere(['upstream_rate_limited', 4])],
    [
      '429 that asks to wait beyond the deadline',
      { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
      everywhere(['upstream_rate_limited', 1]),
    ],
    [
      '429 until a date',
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
    ['304, unasked', { kind: 'status', status: 304 }, invalid],
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
    ['a total that is none', { kind: 'bad-total', value: 'abc' }, fine],
    ['a total below nothing', { kind: 'bad-total', value: '-1' }, fine],
    ['a token that has ended', { kind: 'token-expired', times: 1 }, everywhere(['ok', 2], { token: ['ok', 1] })],
    ['no tokens', { kind: 'token-down' }, everywhere(['ok', 1], { token: ['upstream_unavailable', 4] })],
    ['a clock five minutes ahead', { kind: 'clock', ms: 300_000 }, fine],
    ['a clock five minutes behind', { kind: 'clock', ms: -300_000 }, fine],
  ]

  it.each(byKind(rows))('$name: $target', async ({ target, fault, expected }) => {
    const { match } = targets[target]
    await sandbox.control('POST', '/faults', [{ match, ...(fault as object) }])
    await sandbox.control('DELETE', '/requests')
    const given = await outcomeAt(sandbox.url, target)
    const calls = (await sandbox.requests()).filter(({ path, query }) => `${path}?${query}`.includes(match))
    await sandbox.control('POST', '/faults', [])
    check(expected, given, calls.length)
  })

  it('an answer without an end', async () => {
    for (const target of kinds) {
      await sandbox.control('POST', '/faults', [{ match: targets[target].match, kind: 'endless' }])
      const { outcome, ms } = await outcomeAt(sandbox.url, target)
      await sandbox.control('POST', '/faults', [])
      // In size or in time, whichever comes first.
      expect(['upstream_invalid', 'upstream_unavailable']).toContain(outcome)
      expect(ms).toBeLessThan(settings.timeoutMs + 250)
    }
  })
})

const token = JSON.stringify({ access_token: 't', token_type: 'Bearer', expires_in: 600 })
const customer = { type: 'customer', customer_id: nora, id: 'a' }
/** The right body of each target, with something put into its customer. */
const bodyOf = (target: Target, extra = {}) => {
  if (target === 'token') return token
  return JSON.stringify(target === 'record' ? { ...customer, ...extra } : [{ ...customer, ...extra }])
}
const customerText = JSON.stringify(customer)
const nested = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
const deep = (target: Target) => bodyOf(target, { attributes: 0 }).replace('"attributes":0', `"attributes":${nested}`)
const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024))

describe('by hand', () => {
  let answer: (socket: Socket, target: Target) => void = () => {}
  let server: Awaited<ReturnType<typeof startRaw>>
  let target: Target = 'list'
  const isStruck = (path: string) => path.endsWith('/auth/token') === (target === 'token')
  beforeAll(async () => {
    server = await startRaw((socket, { path }) => {
      if (isStruck(path)) answer(socket, target)
      else socket.write(rawAnswer(bodyOf(path.endsWith('/auth/token') ? 'token' : 'list')))
    })
  })
  afterAll(() => server.stop())

  type Answer = typeof answer
  const say = (body: string | Buffer, headers = {}, status = '200 OK'): Answer => {
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
    ['a gzip bomb', say(bomb, { 'content-encoding': 'gzip' }), invalid],
    ['more than 10 MB', say(`[${' '.repeat(11_000_000)}]`), invalid],
    ['a head of 20 kB', say('[]', { 'x-long': 'x'.repeat(20_000) }), invalid],
    ['no HTTP', (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n\r\n'), invalid],
    ['200 with an error', say('{"error":{"message":"no"}}'), invalid],
    ['nothing', say(''), invalid],
    ['null', say('null'), invalid],
    ['JSON that ends early', say('[{"type":"customer",'), invalid],
    ['an empty list', say('[]'), onlyOfLists],
    ['an object with the list in it', say('{"customers":[]}'), invalid],
    ['a customer twice', say(`[${customerText},${customerText}]`), onlyOfLists],
    ['a byte that is no UTF-8', say(Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d])), invalid],
    ['a byte order mark', (to, at) => to.write(rawAnswer(`\ufeff${bodyOf(at)}`)), fine],
    ['no total', (to, at) => to.write(rawAnswer(bodyOf(at))), fine],
    ['nesting of 10,000', (to, at) => to.write(rawAnswer(deep(at))), fine],
    ['nesting of 10,000 alone', say(nested), invalid],
    ['a customer of 3 MB', (to, at) => to.write(rawAnswer(bodyOf(at, { status: 'x'.repeat(3_000_000) }))), fine],
    ['numbers beyond 2^53', (to, at) => to.write(rawAnswer(bodyOf(at, { metadata: { n: 2 ** 60 } }))), fine],
  ]

  it.each(byKind(rows))('$name: $target', async ({ target: struck, fault, expected }) => {
    target = struck
    answer = fault as Answer
    server.requests.length = 0
    const given = await outcomeAt(server.url, struck)
    check(expected, given, server.requests.filter(({ path }) => isStruck(path)).length)
  })

  it('what nobody can hand on is not handed on, and the rest is', async () => {
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

  it('a number beyond 2^53 keeps its digits in a record and in the list', async () => {
    const text = `{"type":"customer","customer_id":"${nora}","metadata":{"n":9007199254740993}}`
    answer = (socket, at) => socket.write(rawAnswer(at === 'list' ? `[${text}]` : text))
    upstream.client = new DinteroClient({ baseUrl: server.url, settings })
    target = 'record'
    expect((await fetchCustomer(access, nora)).customer.metadata).toEqual({ n: '9007199254740993' })
    target = 'list'
    expect((await list()).customers[0]?.metadata).toEqual({ n: '9007199254740993' })
  })
})

describe('where nobody answers', () => {
  it('a name that does not exist, a closed port, a certificate nobody trusts', async () => {
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
        const { outcome, ms } = await outcomeAt(url, at)
        expect([url, at, outcome]).toEqual([url, at, 'upstream_unavailable'])
        expect(ms).toBeLessThan(settings.timeoutMs + 250)
      }
    secure.close()
  })
})
