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
const ask = (url: string, change: Partial<Parameters<typeof send>[1]> = {}) =>
  send(new URL(url), { method: 'GET', headers: {}, ...times, ...change })

/** The reason of a failure, or the text. */
const outcome = (call: ReturnType<typeof send>) =>
  call.then(
    ({ text }) => text,
    (error: unknown) => (error instanceof TransportError ? error.reason : error),
  )

/** Asks a server that answers so; gives what came of it, and how long it took. */
async function askOf(answer: (socket: Socket, request: RawRequest) => void) {
  server = await startRaw(answer)
  const started = performance.now()
  const given = await outcome(ask(server.url))
  return { given, ms: performance.now() - started }
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
      'that is packed, which was not asked for',
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
      'that is announced for ever',
      'timeout',
      (to) => void setInterval(() => to.write('HTTP/1.1 100 \r\n\r\n'), 5).unref(),
    ],
  ])('%s', async (_, expected, answer) => {
    const { given, ms } = await askOf((socket) => answer(socket))
    expect(given === expected, String(given).slice(0, 40)).toBe(true)
    expect(ms).toBeLessThan(times.timeoutMs)
  })

  it('that pauses is given up after the pause, and one that only drips at the end of all time', async () => {
    const pausing = await askOf((socket) => socket.write(rawAnswer('[]', { 'content-length': '9' })))
    expect(pausing.given).toBe('timeout')
    expect(pausing.ms).toBeLessThan(times.firstByteMs + times.betweenBytesMs)
    await server?.stop()
    const dripping = await askOf((socket) => {
      socket.write(rawAnswer('', { 'content-length': '1000' }))
      setInterval(() => socket.write('x'), 30).unref()
    })
    expect(dripping.given).toBe('timeout')
    expect(dripping.ms).toBeGreaterThan(times.timeoutMs - 20)
    expect(dripping.ms).toBeLessThan(times.timeoutMs + 200)
  })

  it('that leads elsewhere is given as it is, and nobody goes there', async () => {
    server = await startRaw((socket) => socket.write(rawAnswer('', { location: '/v1/elsewhere' }, '302 Found')))
    expect((await ask(server.url)).status).toBe(302)
    expect(server.requests).toHaveLength(1)
  })

  it('is asked for unpacked', async () => {
    server = await startRaw((socket) => socket.write(rawAnswer('[]')))
    await ask(server.url)
    expect(server.requests[0]?.head).toMatch(/^accept-encoding: identity\r$/m)
  })
})

describe('a connection', () => {
  it('that the server closed just as the next request was written is replaced by a new one, once', async () => {
    server = await startRaw((socket, { connection }) => {
      const isSecond = server?.requests.filter((one) => one.connection === connection).length === 2
      if (isSecond) socket.resetAndDestroy()
      else socket.write(rawAnswer('[]'))
    })
    const { url } = server
    await Promise.all([ask(url), ask(url), ask(url)])
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 2, 3])
    expect(await outcome(ask(url))).toBe('[]')
    expect(server.requests).toHaveLength(5)
    expect(server.requests.at(-1)?.connection).toBe(4)
  })

  it('that is refused, has no name or no trusted certificate is none', async () => {
    const { createServer } = await import('node:net')
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    expect(await outcome(ask(`http://127.0.0.1:${port}/`))).toBe('unreachable')
    expect(await outcome(ask('http://no-such-host.invalid/', { timeoutMs: 5_000, firstByteMs: 5_000 }))).toBe(
      'unreachable',
    )
    const secure = createTlsServer()
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
    expect(await outcome(ask(`https://127.0.0.1:${(secure.address() as AddressInfo).port}/`))).toBe('unreachable')
    secure.close()
  })

  it('is closed when the reader leaves, and when an answer is given up', async () => {
    const leaving = new AbortController()
    server = await startRaw(() => leaving.abort(new Error('left')))
    await expect(ask(server.url, { signal: leaving.signal })).rejects.toThrow('left')
    await expect.poll(() => server?.open()).toBe(0)
    await expect(ask(server.url, { signal: leaving.signal })).rejects.toThrow('left')
    expect(server.requests).toHaveLength(1)
    expect(await outcome(ask(server.url))).toBe('timeout')
    await expect.poll(() => server?.open()).toBe(0)
  })
})
