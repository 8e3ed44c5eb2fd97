import { createServer, type Socket } from 'node:net'

export type RawRequest = {
  method: string
  path: string
  head: string
  /** The number of the connection, starting at 1. */
  connection: number
}

/** A complete HTTP response as bytes, with its content-length. */
export function rawAnswer(body: string | Buffer, headers: { [name: string]: string } = {}, status = '200 OK'): Buffer {
  const given = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers }
  const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), Buffer.from(body)])
}

/** Starts a server that writes raw bytes to the socket, for responses that an HTTP library cannot produce. */
export async function startRaw(answer: (socket: Socket, request: RawRequest) => void) {
  const requests: RawRequest[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const connection = ++connections
    let text = ''
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('end', () => socket.end())
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      for (;;) {
        const headEnds = text.indexOf('\r\n\r\n')
        const length = Number(/^content-length: (\d+)/im.exec(text)?.[1] ?? 0)
        if (headEnds === -1 || text.length < headEnds + 4 + length) return
        const [method = '', path = ''] = text.split(' ')
        const request = { method, path, head: text.slice(0, headEnds + 2), connection }
        text = text.slice(headEnds + 4 + length)
        requests.push(request)
        answer(socket, request)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    /** The number of open connections. */
    open: () => sockets.size,
    async stop(): Promise<void> {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
