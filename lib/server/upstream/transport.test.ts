import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { type RawRequest, rawAnswer, startRaw } from '@/lib/sandbox/start-raw-for-tests'
import { send, TransportError } from '@/lib/server/upstream/transport'

type Raw = Awaited<ReturnType<typeof startRaw>>

let server: Raw | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

const times = { timeoutMs: 600, firstByteMs: 150, betweenBytesMs: 100 }
const request = (url: string, change: Partial<Parameters<typeof send>[1]> = {}) =>
  send(new URL(url), { method: 'GET', headers: {}, ...times, ...change })

/** The reason of a failure, or the text. */
const outcome = (call: ReturnType<typeof send>) =>
  call.then(
    ({ text }) => text,
    (error: unknown) => (error instanceof TransportError ? error.reason : error),
  )

/** A limit that no test reaches, so that another one must have ended the call. */
const never = 60_000

/** Starts a server with this answer, and gives the outcome of one request. */
async function outcomeOf(
  answer: (socket: Socket, request: RawRequest) => void,
  change: Partial<Parameters<typeof send>[1]>,
): Promise<unknown> {
  server = await startRaw(answer)
  return outcome(request(server.url, change))
}

const megabyte = 1024 * 1024
const bomb = gzipSync(Buffer.alloc(50 * megabyte))

describe('an answer', () => {
  it.each<[string, string, (socket: Socket) => void]>([
    ['of 10 MB is taken', 'x'.repeat(10 * megabyte), (to) => to.write(rawAnswer('x'.repeat(10 * megabyte)))],
    ['of a byte more is not', 'too-large', (to) => to.write(rawAnswer('x'.repeat(10 * megabyte + 1)))],
    ['with a head of 12 kB is taken', '[]', (to) => to.write(rawAnswer('[]', { 'x-long': 'x'.repeat(12_000) }))],
    ['with a head of 20 kB is not', 'malformed', (to) => to.write(rawAnswer('[]', { 'x-long': 'x'.repeat(20_000) }))],
    ['that is no HTTP', 'malformed', (to) => to.write('SSH-2.0-OpenSSH_9.6\r\n\r\n')],
    [
      'that is compressed, which was not requested',
      'malformed',
      (to) => to.write(rawAnswer(bomb, { 'content-encoding': 'gzip' })),
    ],
    [
      'that switches protocols',
      'malformed',
      (to) => to.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: odd\r\n\r\n'),
    ],
    ['with a byte that is no UTF-8', 'malformed', (to) => to.write(rawAnswer(Buffer.from([0x22, 0xc3, 0x28, 0x22])))],
    ['with a byte order mark is taken without it', '[]', (to) => to.write(rawAnswer('\ufeff[]'))],
    ['that ends early', 'cut-off', (to) => to.end(rawAnswer('[]', { 'content-length': '9' }))],
    ['that never begins', 'timeout', () => {}],
    ['whose connection closes before it', 'unreachable', (to) => to.end()],
    [
      'that is announced for ever by interim responses',
      'timeout',
      (to) => void setInterval(() => to.write('HTTP/1.1 100 \r\n\r\n'), 5).unref(),
    ],
  ])('%s', async (_, expected, answer) => {
    // Only what never comes ends by a time of the test's own.
    const parts = expected === 'timeout' ? {} : { firstByteMs: never, betweenBytesMs: never }
    const given = await outcomeOf((socket) => answer(socket), { timeoutMs: never, ...parts })
    expect(given === expected, String(given).slice(0, 40)).toBe(true)
  })

  it('that pauses is given up after the pause', async () => {
    const pause = (socket: Socket) => void socket.write(rawAnswer('[]', { 'content-length': '9' }))
    expect(await outcomeOf(pause, { timeoutMs: never, firstByteMs: never })).toBe('timeout')
  })

  it('that keeps dripping is not given up for its pauses, but at the end of the time limit', async () => {
    const drip = (length: number) => (socket: Socket) => {
      socket.write(rawAnswer('', { 'content-length': String(length) }))
      setInterval(() => socket.write('x'), 50).unref()
    }
    const whole = await outcomeOf(drip(20), { timeoutMs: never, firstByteMs: never, betweenBytesMs: 800 })
    expect(whole).toBe('x'.repeat(20))
    await server?.stop()
    expect(await outcomeOf(drip(1_000), { firstByteMs: never, betweenBytesMs: never })).toBe('timeout')
  })

  it('that redirects is returned as it is, and not followed', async () => {
    server = await startRaw((socket) => socket.write(rawAnswer('', { location: '/v1/elsewhere' }, '302 Found')))
    expect((await request(server.url)).status).toBe(302)
    expect(server.requests).toHaveLength(1)
  })

  it('is requested without compression', async () => {
    server = await startRaw((socket) => socket.write(rawAnswer('[]')))
    await request(server.url)
    expect(server.requests[0]?.head).toMatch(/^accept-encoding: identity\r$/m)
  })
})

describe('a connection', () => {
  it('that the server closes while the next request is written is replaced by a new one, once', async () => {
    server = await startRaw((socket, { connection }) => {
      const isSecond = server?.requests.filter((one) => one.connection === connection).length === 2
      if (isSecond) socket.resetAndDestroy()
      else socket.write(rawAnswer('[]'))
    })
    const { url } = server
    await Promise.all([request(url), request(url), request(url)])
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 2, 3])
    expect(await outcome(request(url))).toBe('[]')
    expect(server.requests).toHaveLength(5)
    expect(server.requests.at(-1)?.connection).toBe(4)
  })

  it('that is refused, or has no known host or trusted certificate, is unreachable', async () => {
    const { createServer } = await import('node:net')
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    expect(await outcome(request(`http://127.0.0.1:${port}/`))).toBe('unreachable')
    expect(await outcome(request('http://no-such-host.invalid/', { timeoutMs: 5_000, firstByteMs: 5_000 }))).toBe(
      'unreachable',
    )
    const secure = createTlsServer()
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
    expect(await outcome(request(`https://127.0.0.1:${(secure.address() as AddressInfo).port}/`))).toBe('unreachable')
    secure.close()
  })

  it('is closed when the caller cancels, and when an answer is given up', async () => {
    const leaving = new AbortController()
    server = await startRaw(() => leaving.abort(new Error('left')))
    await expect(request(server.url, { signal: leaving.signal })).rejects.toThrow('left')
    await expect.poll(() => server?.open()).toBe(0)
    await expect(request(server.url, { signal: leaving.signal })).rejects.toThrow('left')
    expect(server.requests).toHaveLength(1)
    expect(await outcome(request(server.url))).toBe('timeout')
    await expect.poll(() => server?.open()).toBe(0)
  })
})
