import { createServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { people } from '@/lib/sandbox/seed/seed'
import { rawAnswer, startRaw } from '@/lib/sandbox/start-raw-for-tests'
import { fetchCustomer, fetchRawCustomer } from '@/lib/server/customers/fetch/fetch-customer'
import {
  access,
  atDeadline,
  byKind,
  everywhere,
  expectOutcome,
  fetchersOf,
  fetchList,
  fine,
  invalid,
  kinds,
  outcomeOf,
  type Row,
  settings,
  type Target,
  unavailable,
} from '@/lib/server/customers/fetch/upstream-faults/fault-table-for-tests'
import { DinteroClient } from '@/lib/server/upstream/client'

/**
 * What an answer becomes that no HTTP library would send, and what becomes of a call without one. The answers come from a
 * raw socket.
 */

const upstream = vi.hoisted(() => ({ client: undefined as unknown }))
vi.mock('@/lib/server/upstream/client', async (original) => ({ ...(await original()), dintero: () => upstream.client }))

const nora = people.nora.customer_id
const fetchers = fetchersOf(nora)

/** A busy machine takes so long over what is large that the call is hedged. */
const largeInvalid = everywhere(['upstream_invalid', [1, 2]])
const largeFine = everywhere(['ok', [1, 2]])
const onlyOfLists: Row = { ...invalid, list: ['ok', 1], total: ['ok', 1] }

/** Fetches once with a new client, and gives the outcome. */
function outcomeAt(url: string, target: Target) {
  upstream.client = new DinteroClient({ baseUrl: url, settings })
  return outcomeOf(fetchers[target]())
}

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
    ['a gzip bomb', answerWith(bomb, { 'content-encoding': 'gzip' }), largeInvalid],
    ['more than 10 MB', answerWith(`[${' '.repeat(11_000_000)}]`), largeInvalid],
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
    ['a customer of 3 MB', (to, at) => to.write(rawAnswer(bodyOf(at, { status: 'x'.repeat(3_000_000) }))), largeFine],
    ['numbers beyond 2^53', (to, at) => to.write(rawAnswer(bodyOf(at, { metadata: { n: 2 ** 60 } }))), fine],
  ]

  it.each(byKind(rows))('$name: $target', async ({ target: faulty, fault, expected }) => {
    target = faulty
    answer = fault as Answer
    server.requests.length = 0
    const outcome = await outcomeAt(server.url, faulty)
    expectOutcome(expected, outcome, server.requests.filter(({ path }) => isTarget(path)).length)
  })

  it('leaves out what cannot be serialised, and returns the rest', async () => {
    target = 'list'
    answer = (socket, at) => socket.write(rawAnswer(deep(at)))
    upstream.client = new DinteroClient({ baseUrl: server.url, settings })
    const { customers, unreadable } = await fetchList()
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
    expect((await fetchList()).customers[0]?.metadata).toEqual({ n: '9007199254740993' })
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
