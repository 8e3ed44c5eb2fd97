import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sandbox } from '../../sandbox'

/**
 * Serves the files of the peer, compressed beforehand, and the customers as the sandbox answers them. It checks no session
 * and records nothing: whatever our server does beside, the peer has for nothing.
 */
export async function servePeer(folder: string): Promise<{ url: string; stop: () => void }> {
  const files = new Map(
    [
      ['/', 'index.html', 'text/html'],
      ['/peer.js', 'peer.js', 'text/javascript'],
    ].map(([path, name, type]) => [path, { type, body: gzipSync(readFileSync(join(folder, String(name)))) }]),
  )
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://peer')
    const file = files.get(pathname)
    const answer = file ?? {
      type: 'application/json',
      body: gzipSync(await (await sandbox.get('/customers/users', Object.fromEntries(searchParams))).text()),
    }
    response.writeHead(200, { 'content-type': answer.type, 'content-encoding': 'gzip' }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}/`, stop: () => server.close() }
}
