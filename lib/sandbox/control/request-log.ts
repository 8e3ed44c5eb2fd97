import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export type SeenRequest = {
  method: string
  path: string
  query: string
  /** `null` until the response begins, and when the connection ends without a response. */
  status: number | null
  started_at: string
  /** The time until the response was sent or the connection ended; `null` while the request is in flight. */
  ms: number | null
  /** Whether the connection ended before the whole response was sent. */
  aborted: boolean
  /** The number of the connection; requests over the same connection share it. */
  connection: number
}

const maxEntries = 10_000

/** Logs incoming requests, for tests that count requests, connections and aborted requests. */
export function createRequestLog() {
  let seen: SeenRequest[] = []
  let connections = 0
  const numbers = new WeakMap<Socket, number>()
  return {
    list: (): SeenRequest[] => seen,
    clear(): void {
      seen = []
    },
    add(request: IncomingMessage, response: ServerResponse): void {
      const connection = numbers.get(request.socket) ?? ++connections
      numbers.set(request.socket, connection)
      const [path = '', query = ''] = splitOnce(request.url ?? '/')
      const startedMs = performance.now()
      const started_at = new Date().toISOString()
      const entry: SeenRequest = {
        method: request.method ?? '',
        path,
        query,
        status: null,
        started_at,
        ms: null,
        aborted: false,
        connection,
      }
      seen.push(entry)
      if (seen.length > maxEntries) seen = seen.slice(-maxEntries / 2)
      response.once('close', () => {
        entry.ms = Math.round((performance.now() - startedMs) * 10) / 10
        entry.status = response.headersSent ? response.statusCode : null
        entry.aborted = !response.writableFinished
      })
    },
  }
}

export type RequestLog = ReturnType<typeof createRequestLog>

function splitOnce(url: string): [string, string] {
  const at = url.indexOf('?')
  return at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)]
}
