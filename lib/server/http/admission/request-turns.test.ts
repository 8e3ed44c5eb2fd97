import { once } from 'node:events'
import http, { type ClientRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { configureForTests } from '@/lib/server/auth/access-for-tests'
import { admitRequests } from '@/lib/server/http/admission/admit-requests'
import { rememberSessionCookie } from '@/lib/server/http/admission/session-cookies'

/** Over real HTTP: how many requests of one caller are answered at once, by a server that answers when it is told to. */

let server: Server
const connections = new Set<Socket>()
/** What Next has got and not answered yet, in the order of arrival. */
const underWay: { path: string; response: ServerResponse }[] = []
const paths = () => underWay.map(({ path }) => path)
const answerFirst = () => underWay.shift()?.response.end('answered')

beforeAll(async () => {
  configureForTests('http://127.0.0.1:4010/v1')
  vi.stubEnv('TRUSTED_PROXIES', '127.0.0.1')
  admitRequests()
  server = http.createServer((request, response) => {
    underWay.push({ path: request.url ?? '', response })
  })
  server.on('connection', (socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  vi.useRealTimers()
  for (const request of sent.splice(0)) request.destroy()
  await until(() => connections.size === 0)
  underWay.length = 0
})
afterAll(() => {
  server.close()
  vi.unstubAllEnvs()
})

const agent = new http.Agent({ maxSockets: 1_000 })
const sent: ClientRequest[] = []

/** Sends a request. `answer` is its answer; `leave` ends it from the client's side. */
function send(path: string, headers: Record<string, string>) {
  const { port } = server.address() as AddressInfo
  const request = http.get({ agent, host: '127.0.0.1', port, path, headers })
  request.on('error', () => {})
  sent.push(request)
  const answer = once(request, 'response').then(async ([response]: IncomingMessage[]) => {
    let text = ''
    for await (const chunk of response ?? []) text += chunk
    return { status: response?.statusCode, headers: response?.headers, text }
  })
  answer.catch(() => {})
  return { answer, leave: () => request.destroy() }
}

const sendMany = (count: number, path: string, headers: Record<string, string>) =>
  Array.from({ length: count }, (_, index) => send(`${path}${index}`, headers))

/** The headers of two people whom no other test has. */
let [ofA, ofB] = [{ cookie: '' }, { cookie: '' }]
beforeEach(({ task }) => {
  ofA = { cookie: `cookie=of-a-${task.id}` }
  ofB = { cookie: `cookie=of-b-${task.id}` }
  for (const { cookie } of [ofA, ofB]) {
    rememberSessionCookie(cookie, cookie)
    rememberSessionCookie(`${cookie}; theme=dark`, cookie)
  }
})

/** Waits without a timer, since some tests set the time themselves. */
async function until(isSo: () => boolean) {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}

/** Waits until the server holds as many requests, after which what was sent before has reached it as well. */
const holds = (count: number) => until(() => underWay.length === count)
const holdsPath = (path: string) => until(() => paths().includes(path))

it('answers eight requests of a session at once, and the others in their order as these end', async () => {
  const answers = sendMany(8, '/api/a', ofA)
  await holds(8)
  answers.push(send('/api/later', { cookie: `${ofA.cookie}; theme=dark` }))
  // What another session sends afterwards does not wait, and shows that the ninth had arrived.
  send('/api/b', ofB)
  await holds(9)
  expect(paths()).not.toContain('/api/later')
  answerFirst()
  await holdsPath('/api/later')
  while (underWay.length > 0) answerFirst()
  for (const { answer } of answers) expect(await answer).toMatchObject({ status: 200, text: 'answered' })
})

it.each([
  ['60 calls', '/api/a', 60],
  ['15 pages', '/a', 15],
])(
  'answers one after the other for ten seconds once a caller sends more than %s in four seconds',
  async (_, path, count) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    sendMany(count, path, ofA)
    for (let answered = 0; answered < count; answered += 1) {
      await until(() => underWay.length > 0)
      answerFirst()
    }
    sendMany(5, '/api/later', ofA)
    send('/api/b', ofB)
    await holds(2)
    const ofLater = () => underWay.filter((one) => one.path.startsWith('/api/later'))
    expect(ofLater()).toHaveLength(1)
    // A pause follows, in which others are answered.
    for (const { response } of ofLater()) response.end()
    send('/api/b2', ofB)
    await holdsPath('/api/b2')
    expect(ofLater()).toHaveLength(1)
    vi.advanceTimersByTime(1_000)
    await until(() => ofLater().length === 2)
    vi.advanceTimersByTime(10_000)
    sendMany(3, '/api/again', ofA)
    await until(() => paths().filter((one) => one.startsWith('/api/again')).length === 3)
  },
)

it('counts whoever has no valid session by IP address, as a balancer says it', async () => {
  const from = (ip: string, cookie = 'cookie=of-nobody') => ({ cookie, 'x-forwarded-for': ip })
  sendMany(10, '/api/one', from('203.0.113.1'))
  await holds(8)
  send('/api/of-one', from('203.0.113.1', 'cookie=another'))
  send('/api/two', from('203.0.113.2'))
  send('/api/a', { ...from('203.0.113.1'), ...ofA })
  await holds(10)
  expect(
    paths()
      .filter((path) => !path.startsWith('/api/one'))
      .sort(),
  ).toEqual(['/api/a', '/api/two'])
})

it.each(['/_next/static/chunks/a.js', '/api/health/live'])('lets %s through in any case', async (path) => {
  sendMany(9, '/api/a', ofA)
  await holds(8)
  send(path, ofA)
  await holdsPath(path)
})

it.each([
  '/api/health/other',
  '/api/health/live/x',
  '/_next/static/../../T12345678/customers',
  '/api/health/../accounts/T/tags',
])('lets %s wait, which is a page or a call like any other', async (path) => {
  sendMany(8, '/api/a', ofA)
  await holds(8)
  send(path, ofA)
  send('/api/b', ofB)
  await holds(9)
  expect(paths().at(-1)).toBe('/api/b')
})

it('refuses what would wait too long in a queue, with the seconds to wait', async () => {
  sendMany(8, '/api/a', ofA)
  await holds(8)
  const more = sendMany(65, '/api/more', ofA)
  const refused = await Promise.race(more.map(({ answer }) => answer))
  expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '2', 'cache-control': 'no-store' } })
  expect(JSON.parse(refused.text)).toEqual({
    error: {
      code: 'rate_limited',
      message: 'Too many requests at once; wait a little.',
      request_id: expect.any(String),
      retry_after_seconds: 2,
    },
  })
})

it('tells a person whose page is refused why, in their language, and lets the browser try again', async () => {
  sendMany(8, '/api/a', ofA)
  await holds(8)
  const accept = { accept: 'text/html,*/*', 'accept-language': 'nb-NO' }
  const more = sendMany(65, '/more', { ...ofA, ...accept })
  const refused = await Promise.race(more.map(({ answer }) => answer))
  expect(refused).toMatchObject({ status: 429, headers: { refresh: '2', 'content-type': 'text/plain; charset=utf-8' } })
  expect(refused.text).toMatch(/^For mange forespørsler\./)
})

it('refuses what has waited for ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  sendMany(8, '/api/a', ofA)
  await holds(8)
  const timers = vi.getTimerCount()
  const late = send('/api/late', ofA)
  await until(() => vi.getTimerCount() > timers)
  vi.advanceTimersByTime(10_000)
  expect(await late.answer).toMatchObject({ status: 429 })
})

it('gives the turn of a client that has left to the next, and forgets one that leaves while it waits', async () => {
  const [first] = sendMany(8, '/api/a', ofA)
  await holds(8)
  const waiting = send('/api/leaves', ofA)
  send('/api/b', ofB)
  await holds(9)
  const before = connections.size
  waiting.leave()
  await until(() => connections.size < before)
  send('/api/stays', ofA)
  first?.leave()
  await holdsPath('/api/stays')
  expect(paths()).not.toContain('/api/leaves')
})

it('ends an answer that its client does not take within two minutes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { answer } = send('/api/slow', ofA)
  await until(() => underWay.length === 1)
  underWay[0]?.response.write('x'.repeat(1_000))
  vi.advanceTimersByTime(119_999)
  expect(underWay[0]?.response.destroyed).toBe(false)
  vi.advanceTimersByTime(1)
  await expect(answer).rejects.toThrow(/aborted|hang up/)
})
