import 'server-only'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiError } from '@/lib/api/errors'
import { messagesFor } from '@/lib/messages/catalogue'
import { localeOf } from '@/lib/read-preferences'
import { jsonContentType } from '@/lib/server/http/json-content-type'
import { securityHeaders } from '@/lib/server/http/security-headers'
import { log } from '@/lib/server/log'

/** How long the rest of a body is thrown away, so that a client that still sends can read the answer. */
const lingerMs = 1_000

/**
 * The answer to a browser that opens a page, in its language: a text that no script shows, and that goes away by itself
 * where waiting helps. To any other client the answer is null.
 */
function toPageText({ headers }: IncomingMessage, { code, message }: Pick<ApiError, 'code' | 'message'>) {
  if (!headers.accept?.includes('text/html')) return null
  if (code !== 'rate_limited') return message
  const { title, text } = messagesFor(localeOf(headers['accept-language'] ?? null)).errors.rate_limited
  return `${title} ${text}`
}

/** Answers a request that Next does not get. What is left of its body is thrown away, and then the connection is closed. */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  error: Omit<ApiError, 'request_id'>,
): void {
  const requestId = randomUUID()
  const wait = error.retry_after_seconds
  const text = toPageText(request, error)
  response.writeHead(status, {
    ...securityHeaders(),
    'content-type': text === null ? jsonContentType : 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...(wait !== undefined && { 'retry-after': String(wait) }),
    // Understood by every browser (HTML, "Shared declarative refresh steps").
    ...(wait !== undefined && text !== null && { refresh: String(wait) }),
  })
  response.end(text ?? JSON.stringify({ error: { ...error, request_id: requestId } }))
  log('info', 'request refused', { request_id: requestId, status, code: error.code })
  request.resume()
  if (request.complete) return
  const timer = setTimeout(() => request.socket.destroy(), lingerMs)
  request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
}
