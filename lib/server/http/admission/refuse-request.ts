import 'server-only'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiError } from '@/lib/api/errors'
import { jsonContentType } from '@/lib/server/http/json-content-type'
import { securityHeaders } from '@/lib/server/http/security-headers'
import { log } from '@/lib/server/log'

/** How long the rest of a body is thrown away, so that a client that still sends can read the answer. */
const lingerMs = 1_000

/** Answers a request that Next does not get. What is left of its body is thrown away, and then the connection is closed. */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  error: Omit<ApiError, 'request_id'>,
): void {
  const requestId = randomUUID()
  const wait = error.retry_after_seconds
  response.writeHead(status, {
    ...securityHeaders(),
    'content-type': jsonContentType,
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...(wait !== undefined && { 'retry-after': String(wait) }),
  })
  response.end(JSON.stringify({ error: { ...error, request_id: requestId } }))
  log('info', 'request refused', { request_id: requestId, status, code: error.code })
  request.resume()
  if (request.complete) return
  const timer = setTimeout(() => request.socket.destroy(), lingerMs)
  request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
}
