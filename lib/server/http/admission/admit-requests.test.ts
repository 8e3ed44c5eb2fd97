import { once } from 'node:events'
import http, { type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { configureForTests } from '@/lib/server/auth/access-for-tests'
import { admitRequests } from '@/lib/server/http/admission/admit-requests'
import { mayDeliver, noteForgedWebhook } from '@/lib/server/http/admission/webhook-turns'
import { log } from '@/lib/server/log'
import { account, configureWebhooks } from '@/lib/server/webhooks/webhooks-for-tests'

/** Over real HTTP: what a server of this process lets through to Next. */

let server: Server
let received: string[]
const port = () => (server.address() as AddressInfo).port

beforeAll(async () => {
  configureForTests('http://127.0.0.1:4010/v1')
  configureWebhooks()
  admitRequests()
  server = http.createServer(async (request, response) => {
    received.push(request.url ?? '')
    let bytes = 0
    for await (const chunk of request) bytes += chunk.length
    if (request.url?.endsWith('/changes-stream')) return void response.write('open')
    response.end(`${bytes} bytes of ${request.headers['x-desk-socket']}`)
  })
  // As Next has one, which leaves such connections open without an answer.
  server.on('upgrade', (_, socket) => socket.on('error', () => {}))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  vi.unstubAllEnvs()
})
beforeEach(() => {
  received = []
})

const textOf = async (response: IncomingMessage) => {
  let text = ''
  for await (const chunk of response) text += chunk
  return text
}

/** The answer to a request whose body is not sent, or is sent in chunks without a length. */
async function post(headers: Record<string, string>, chunks: Buffer[] = []) {
  const request = http.request({ port: port(), host: '127.0.0.1', path: '/api/auth/signout', method: 'POST', headers })
  request.on('error', () => {})
  request.flushHeaders()
  for (const chunk of chunks) request.write(chunk)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const answer = { status: response.statusCode, headers: response.headers, text: await textOf(response) }
  request.destroy()
  return answer
}

it.each([
  ['whose length is stated', 413, { 'content-length': String(50 * 1024 * 1024) }],
  ['just over the bound', 413, { 'content-length': String(16 * 1024 + 1) }],
  ['whose length is not stated', 411, { 'transfer-encoding': 'chunked' }],
])('refuses a body %s with %i before any of it has arrived', async (_, status, headers) => {
  const answer = await post(headers)
  expect(answer.status).toBe(status)
  expect(JSON.parse(answer.text)).toEqual({
    error: { code: 'invalid_query', message: expect.stringContaining('16384 bytes'), request_id: expect.any(String) },
  })
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  expect(received).toEqual([])
})

const webhooks = `/api/accounts/${account}/webhooks`
const deliver = (bytes: number, path = webhooks) =>
  fetch(`http://127.0.0.1:${port()}${path}`, { method: 'POST', body: 'x'.repeat(bytes) })

it('lets a webhook through with as much as a customer has, and no more', async () => {
  expect((await deliver(256 * 1024)).status).toBe(200)
  expect(received).toEqual([webhooks])
  for (const [bytes, path] of [
    [256 * 1024 + 1, webhooks],
    [2 * 1024 * 1024, webhooks],
    [20_000, `${webhooks}/x`],
    [20_000, `${webhooks}?x=1`],
    [20_000, '/api/accounts/nobody/webhooks'],
  ] as const)
    expect([path, (await deliver(bytes, path).catch(() => ({ status: 413 }))).status]).toEqual([path, 413])
  expect(received).toEqual([webhooks])
})

it('lets as many webhooks through as come, from an address whose signatures are right', async () => {
  const statuses = await Promise.all(Array.from({ length: 200 }, async () => (await deliver(10)).status))
  expect(new Set(statuses)).toEqual(new Set([200]))
  for (let count = 0; count < 20; count++) {
    expect(await mayDeliver('203.0.113.9')).toBe(true)
    await noteForgedWebhook('203.0.113.9')
  }
  expect(await mayDeliver('203.0.113.9')).toBe(false)
  expect(await mayDeliver('127.0.0.1')).toBe(true)
})

it('lets a caller keep two streams of changes open beside all else, and no third', async () => {
  const open = () => fetch(`http://127.0.0.1:${port()}/api/accounts/${account}/changes-stream`)
  const [first, second] = [await open(), await open()]
  expect([first.status, second.status, (await open()).status]).toEqual([200, 200, 429])
  expect((await fetch(`http://127.0.0.1:${port()}/a`)).status).toBe(200)
  await first.body?.cancel()
  await vi.waitFor(async () => {
    const third = await open()
    await third.body?.cancel()
    expect(third.status).toBe(200)
  })
  await second.body?.cancel()
})

it('closes the connection of a body that goes on, and keeps none of it', async () => {
  const socket = connect(port(), '127.0.0.1')
  socket.on('error', () => {})
  socket.write(`POST /api/auth/signout HTTP/1.1\r\nhost: a\r\ncontent-length: ${50 * 1024 * 1024}\r\n\r\n`)
  const closed = once(socket, 'close')
  socket.resume()
  await closed
  expect(received).toEqual([])
})

it('answers a request for another protocol like any other', async () => {
  await (await fetch(`http://127.0.0.1:${port()}/first`)).text()
  const headers = { connection: 'upgrade', upgrade: 'websocket' }
  const request = http.get({ port: port(), host: '127.0.0.1', path: '/a', headers })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  expect(await textOf(response)).toBe('0 bytes of 127.0.0.1')
})

it('refuses a method of which Next can make no request', async () => {
  const request = http.request({ port: port(), host: '127.0.0.1', path: '/sign-in', method: 'TRACE' }).end()
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(405)
  expect(JSON.parse(await textOf(response))).toMatchObject({ error: { code: 'invalid_query' } })
  expect(received).toEqual([])
})

it('lets a body of 16 kB through, and says from which address it comes', async () => {
  const response = await fetch(`http://127.0.0.1:${port()}/a`, {
    method: 'POST',
    body: 'x'.repeat(16 * 1024),
    headers: { 'x-desk-socket': '203.0.113.9' },
  })
  expect(await response.text()).toBe('16384 bytes of 127.0.0.1')
})

it('logs once that X-Forwarded-For arrives and no proxy is trusted, without the address', async () => {
  const warnings = () => vi.mocked(log).mock.calls.filter(([, message]) => message.includes('TRUSTED_PROXIES'))
  const forward = () => fetch(`http://127.0.0.1:${port()}/a`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  await (await fetch(`http://127.0.0.1:${port()}/a`)).text()
  expect(warnings()).toEqual([])
  for (let count = 0; count < 2; count += 1) await (await forward()).text()
  expect(warnings()).toEqual([['warn', expect.any(String), expect.any(Object)]])
  expect(JSON.stringify(warnings())).not.toContain('203.0.113.9')
})
