import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { accounts, people } from '../seed/seed'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'

let sandbox: SandboxUnderTest
let server: Server
let url = ''
let received: { headers: IncomingHttpHeaders; body: string }[] = []
/** The status of the next answers; 200 after them. `null` ends the connection without an answer. */
let answers: (number | null)[] = []

beforeAll(async () => {
  sandbox = await startForTests({ fresh: true })
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push({ headers: request.headers, body })
    const status = answers.shift()
    if (status === null) request.socket.destroy()
    else response.writeHead(status ?? 200, status === 302 ? { location: url } : {}).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`
})
afterAll(async () => {
  await sandbox.stop()
  server.close()
})
beforeEach(() => {
  received = []
  answers = []
})
afterEach(() => sandbox.control('DELETE', '/webhooks'))

const subscribe = (more: object = {}) =>
  sandbox.control('POST', '/webhooks', { url, secret: 'shared', retry_ms: 1, ...more })
const edit = (id: string, body?: object, method = 'POST') => sandbox.control(method, `/customers/${id}`, body)
const eventsOf = () => received.map(({ headers }) => headers.event)
const settled = () =>
  vi.waitFor(async () => {
    const { body } = await sandbox.control('GET', '/webhooks')
    const { deliveries } = body as { deliveries: { event: string; tries: unknown[]; done: boolean }[] }
    expect(deliveries.every(({ done }) => done)).toBe(true)
    return deliveries.map(({ event, tries }) => [event, tries])
  })

describe('a subscription', () => {
  test('gets a ping, and each edit of its account, signed', async () => {
    await subscribe()
    await settled()
    await sandbox.control('POST', '/customers', { customer_id: 'w-1', first_name: 'Ny' })
    await edit('w-1', { status: 'paused' })
    await edit('w-1', undefined, 'DELETE')
    await sandbox.control('POST', `/customers?account=${accounts.production}`, { customer_id: 'w-2' })
    await settled()
    expect(eventsOf().toSorted()).toEqual(['customer_add', 'customer_delete', 'customer_update', 'ping'])
    for (const { headers, body } of received)
      expect(headers['event-signature']).toBe(createHmac('sha1', 'shared').update(body).digest('hex'))
    expect(new Set(received.map(({ headers }) => headers['event-delivery'])).size).toBe(4)
    const update = received.find(({ headers }) => headers.event === 'customer_update')
    expect(JSON.parse(update?.body ?? '')).toMatchObject({ customer_id: 'w-1', first_name: 'Ny', status: 'paused' })
  })

  test('gets an event again, with the same number, until the answer is 200', async () => {
    await subscribe()
    await settled()
    answers = [503, null, 302]
    await edit(people.nora.customer_id, { status: 'paused' })
    expect(await settled()).toEqual([
      ['ping', [200]],
      ['customer_update', [503, null, 302, 200]],
    ])
    expect(new Set(received.slice(1).map(({ headers }) => headers['event-delivery'])).size).toBe(1)
  })

  test('gets it five times at most, and is removed after ten events that failed', async () => {
    await subscribe()
    await settled()
    answers = Array.from({ length: 60 }, () => 500)
    for (let edits = 0; edits < 10; edits++) await edit(people.nora.customer_id, { status: `s${edits}` })
    expect((await settled()).slice(1)).toEqual(
      Array.from({ length: 10 }, () => ['customer_update', [500, 500, 500, 500, 500]]),
    )
    expect((await sandbox.control('GET', '/webhooks')).body).toMatchObject({ subscriptions: [] })
    await edit(people.nora.customer_id, { status: 'active' })
    expect(received).toHaveLength(51)
  })
})

test.each([
  [{ url: 'https://example.com/hook' }, 'url'],
  [{ url: 'http://192.168.0.1/hook' }, 'url'],
  [{ url: 'file:///etc/passwd' }, 'url'],
  [{ url: 7 }, 'url'],
  [{ secret: '' }, 'secret'],
  [{ account: 'P99999999' }, 'account'],
  [{ retry_ms: -1 }, 'retry_ms'],
  [{ events: [] }, 'events'],
])('a subscription with %j is refused', async (wrong, name) => {
  const { status, body } = await subscribe(wrong)
  expect([status, JSON.stringify(body).includes(name)]).toEqual([400, true])
})
