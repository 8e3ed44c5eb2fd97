import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export type SeenRequest = {
  method: string
  path: string
  query: string
  /** `null` until the answer begins, and for a connection that ended without one. */
  status: number | null
  started_at: string
  /** Until the answer was sent or the connection ended; `null` while it is in flight. */
  ms: number | null
  /** The client left, or the connection was cut, before the whole answer was sent. */
  aborted: boolean
  /** The same number for requests that came over the same connection. */
  connection: number
}

const kept = 10_000

/** Keeps what arrived, for tests that count calls, connections and aborted requests. */
export function requestLog() {
  let seen: SeenRequest[] = []
  let connections = 0
  const numbers = new WeakMap<Socket, number>()
  return {
    list: (): SeenRequest[] => seen,
    clear(): void {
      seen = []
    },
    record(request: IncomingMessage, response: ServerResponse): void {
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
      if (seen.length > kept) seen = seen.slice(-kept / 2)
      response.once('close', () => {
        entry.ms = Math.round((performance.now() - startedMs) * 10) / 10
        entry.status = response.headersSent ? response.statusCode : null
        entry.aborted = !response.writableFinished
      })
    },
  }
}

export type RequestLog = ReturnType<typeof requestLog>

function splitOnce(url: string): [string, string] {
  const at = url.indexOf('?')
  return at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)]
}
