import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, it, vi } from 'vitest'
import { stopGracefully } from '@/lib/server/http/admission/graceful-stop'

/** Over real HTTP: connections that clients keep do not keep a process that is to end. */

const agent = new http.Agent({ keepAlive: true })
afterAll(() => {
  agent.destroy()
  vi.useRealTimers()
})

it('closes the connection of each pending answer after it, of later requests too', async () => {
  const pending: ServerResponse[] = []
  const server = http.createServer((_, response) => void pending.push(response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const get = async () => {
    const request = http.get({ port, host: '127.0.0.1', agent })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    return { connection: response.headers.connection, text: (await response.toArray()).join('') }
  }
  const arrived = (count: number) => vi.waitFor(() => expect(pending).toHaveLength(count), { timeout: 30_000 })

  const onSignal = vi.spyOn(process, 'once')
  stopGracefully()
  const [, stop] = onSignal.mock.calls.find(([signal]) => signal === 'SIGTERM') ?? []
  const first = get()
  await arrived(1)
  pending[0]?.end('kept')
  expect(await first).toEqual({ connection: 'keep-alive', text: 'kept' })

  const answers = [get()]
  await arrived(2)
  // This one has sent its headers when the signal comes.
  pending[1]?.write('be')
  answers.push(get())
  await arrived(3)
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  stop?.('SIGTERM')
  vi.useRealTimers()
  answers.push(get())
  await arrived(4)
  server.close()
  const closed = once(server, 'close')
  pending[1]?.end('gun')
  for (const response of pending.slice(2)) response.end('later')
  expect(await Promise.all(answers)).toEqual([
    { connection: 'keep-alive', text: 'begun' },
    { connection: 'close', text: 'later' },
    { connection: 'close', text: 'later' },
  ])
  await closed
})
