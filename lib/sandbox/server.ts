import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings, RequestError } from '@hono/node-server'
import { createAroundBooks } from './around-books'
import { allHoldExcept } from './assumptions'
import { errorBody } from './http/api-error'
import { errorResponse, json } from './http/http'
import { createRequestHandler } from './http/request-handler'
import { isDamage } from './store/damage'
import { discardStore, openStore } from './store/open'
import { preloadFile } from './store/preload-file'
import { createStore } from './store/store'
import { createWebhooks } from './webhooks/webhooks'

export type SandboxOptions = {
  /** 0 selects a free port. */
  port: number
  /** The database file. It is kept between starts, and rebuilt when it is missing or holds other data. */
  databasePath: string
  /** The number of customers in T12345678. P12345678 has a tenth of it. */
  customers: number
  seed: number
  /** Default: 127.0.0.1. */
  host?: string
  /** The approximate response time in milliseconds. */
  latencyMs?: number
  /** Names of assumptions of the contract for which the sandbox does the opposite. */
  deviate?: readonly string[]
  /** Whether the customers have other values in all that a masked role of the app does not see. */
  hasOtherMaskedValues?: boolean
  onProgress?: (made: number, of: number) => void
  /** An existing file up to this size is checked completely at start. Default: 64 MB. */
  fullCheckBytes?: number
}

export type Sandbox = { url: string; close(): Promise<void> }

const notHttpMessage = 'The request is no HTTP that the sandbox understands'

/**
 * Starts the sandbox and returns its URL with `/v1`. Rejects with the code `EADDRINUSE` when the port is taken, before
 * it generates any data.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const {
    port,
    host = '127.0.0.1',
    databasePath,
    customers,
    seed,
    onProgress,
    fullCheckBytes,
    hasOtherMaskedValues,
  } = options
  const holds = allHoldExcept(options.deviate ?? [])
  let listener: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
  const server = createServer({ maxHeaderSize: 262_144, requireHostHeader: false }, (request, response) => {
    if (listener) listener(request, response)
    else response.writeHead(503, { 'content-type': 'application/json' }).end(errorBody('The sandbox is starting'))
  })
  server.on('clientError', (_, socket) => {
    const body = errorBody(notHttpMessage)
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
  const actualPort = typeof address === 'object' && address ? address.port : port
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}/v1`
  const closeServer = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  try {
    const onDamage = () => discardStore(databasePath)
    const openAndServe = async () => {
      const connection = await openStore({
        path: databasePath,
        customers,
        seed,
        holds,
        hasOtherMaskedValues,
        onProgress,
        fullCheckBytes,
      })
      const store = createStore(connection, holds)
      const webhooks = createWebhooks()
      return {
        store,
        webhooks,
        serve: createRequestHandler({
          ...{ store, holds, ownUrl: url, latencyMs: options.latencyMs ?? 0, webhooks, onDamage },
          around: createAroundBooks(store, hasOtherMaskedValues),
        }),
      }
    }
    const { store, webhooks, serve } = await openAndServe().catch((error) => {
      if (!isDamage(error)) throw error
      onDamage()
      return openAndServe()
    })
    const stopPreload = preloadFile(databasePath)
    listener = getRequestListener(
      // This server only supports HTTP/1, so the bindings are `HttpBindings`.
      (request, env) => serve(request, env as HttpBindings),
      { overrideGlobalObjects: false, errorHandler: listenerErrorResponse },
    )
    return {
      url,
      async close() {
        stopPreload()
        webhooks.close()
        await closeServer()
        store.close()
      },
    }
  } catch (error) {
    await closeServer()
    throw error
  }
}

/**
 * Responds to requests that the adapter rejects, such as one with a broken Host header, and to failures outside the
 * routes.
 */
function listenerErrorResponse(error: unknown): Response {
  if (!(error instanceof RequestError)) return errorResponse(error)
  return json({ status: 400, body: errorBody(notHttpMessage, 'BAD REQUEST') })
}
