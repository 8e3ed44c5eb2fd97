import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings, RequestError } from '@hono/node-server'
import { allHoldBut } from './assumptions'
import { errorBody } from './http/api-error'
import { answerOfError, json } from './http/http'
import { serveRequests } from './http/serve-requests'
import { isDamage } from './store/damage'
import { discardStore, openStore } from './store/open'
import { storeOf } from './store/store'
import { warmFile } from './store/warm-file'

export type SandboxOrder = {
  /** 0 picks a free one. */
  port: number
  /** A file that is kept between starts and made where it is missing or of other data. */
  databasePath: string
  /** In T12345678; P12345678 has a tenth as many. */
  customers: number
  seed: number
  /** 127.0.0.1 unless told otherwise. */
  host?: string
  /** About how long each answer takes, in milliseconds. */
  latencyMs?: number
  /** Names of assumptions of the contract that are turned the other way. */
  deviate?: readonly string[]
  onProgress?: (made: number, of: number) => void
  /** A kept file is checked whole at the start up to this size, 64 MB unless told otherwise. */
  fullCheckBytes?: number
}

export type Sandbox = { url: string; close(): Promise<void> }

const noHttp = 'The request is no HTTP that the sandbox understands'

/**
 * Starts the sandbox and gives its address with `/v1`. Rejects with the code `EADDRINUSE` when the port is taken, before
 * any data is made.
 */
export async function startSandbox(order: SandboxOrder): Promise<Sandbox> {
  const { port, host = '127.0.0.1', databasePath, customers, seed, onProgress, fullCheckBytes } = order
  const holds = allHoldBut(order.deviate ?? [])
  let listener: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
  const server = createServer({ maxHeaderSize: 262_144, requireHostHeader: false }, (request, response) => {
    if (listener) listener(request, response)
    else response.writeHead(503, { 'content-type': 'application/json' }).end(errorBody('The sandbox is starting'))
  })
  server.on('clientError', (_, socket) => {
    const body = errorBody(noHttp)
    if (!socket.writable) return void socket.destroy()
    socket.end(
      `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const chosen = typeof address === 'object' && address ? address.port : port
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${chosen}/v1`
  const closeServer = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  try {
    const onDamage = () => discardStore(databasePath)
    const assemble = async () => {
      const connection = await openStore({ path: databasePath, customers, seed, holds, onProgress, fullCheckBytes })
      const store = storeOf(connection, holds)
      return { store, serve: serveRequests({ store, holds, ownUrl: url, latencyMs: order.latencyMs ?? 0, onDamage }) }
    }
    const { store, serve } = await assemble().catch((error) => {
      if (!isDamage(error)) throw error
      onDamage()
      return assemble()
    })
    const stopWarming = warmFile(databasePath)
    listener = getRequestListener(
      // This server speaks HTTP/1 alone, so the bindings are those.
      (request, env) => serve(request, env as HttpBindings),
      { overrideGlobalObjects: false, errorHandler: answerOfListener },
    )
    return {
      url,
      async close() {
        stopWarming()
        await closeServer()
        store.close()
      },
    }
  } catch (error) {
    await closeServer()
    throw error
  }
}

/** What the adapter itself cannot take, such as a broken Host header, and what fails outside the routes. */
function answerOfListener(error: unknown): Response {
  if (!(error instanceof RequestError)) return answerOfError(error)
  return json({ status: 400, body: errorBody(noHttp, 'BAD REQUEST') })
}
