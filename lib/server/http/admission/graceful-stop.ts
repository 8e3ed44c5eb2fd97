import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

const maxShutdownMs = 10_000

/** The message that Node publishes at the start of a request. */
type RequestStart = { request: IncomingMessage; response: ServerResponse }

/**
 * Ends the connection of an answer once it is sent, and says so in its headers if they are not sent yet (RFC 9112, 9.6). Node
 * would keep the connection for a next request, and the process with it.
 */
function closeAfterAnswer({ request, response }: RequestStart): void {
  response.shouldKeepAlive = false
  response.once('finish', () => request.socket.end())
}

/**
 * At SIGTERM Next stops listening and exits once every connection is closed: that of a pending answer is closed after the
 * answer. A client that does not read its answer would keep the process alive, so it exits after ten seconds in any case. No
 * request takes that long. Call it once, at start.
 */
export function stopGracefully(): void {
  const pending = new Set<RequestStart>()
  let isStopping = false
  subscribe('http.server.request.start', (message) => {
    const started = message as RequestStart
    if (isStopping) return closeAfterAnswer(started)
    pending.add(started)
    started.response.once('close', () => pending.delete(started))
  })
  process.once('SIGTERM', () => {
    isStopping = true
    for (const started of pending) closeAfterAnswer(started)
    // 128 plus the number of the signal, as Next itself exits with.
    setTimeout(() => process.exit(143), maxShutdownMs).unref()
  })
}
