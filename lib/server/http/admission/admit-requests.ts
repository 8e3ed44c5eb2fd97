import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { env } from '@/lib/server/env'
import { maxBodyBytes, refusedBodyStatus } from '@/lib/server/http/admission/body-length'
import { droppedHeader, droppedQuery } from '@/lib/server/http/admission/dropped-param'
import { toPlainUrl } from '@/lib/server/http/admission/plain-url'
import { refuseRequest } from '@/lib/server/http/admission/refuse-request'
import { takeTurn } from '@/lib/server/http/admission/request-turns'
import { sessionOfCookie } from '@/lib/server/http/admission/session-cookies'
import { isStream, takeStreamTurn } from '@/lib/server/http/admission/stream-turns'
import { isWebhook, maxWebhookBytes, mayDeliver, takeWebhookTurn } from '@/lib/server/http/admission/webhook-turns'
import { clientIp, socketHeader } from '@/lib/server/http/client-ip'
import { log } from '@/lib/server/log'

/** The message that Node publishes at the start of a request, before the server's listeners get it. */
type RequestStart = { request: IncomingMessage; server: Server }

/** How long a request may take to arrive. */
const maxArrivalMs = 10_000
/** How long an answer may take in all. A client that reads slowly, or not at all, holds it no longer. */
const maxAnswerMs = 120_000
/** A stream of changes ends by itself before. */
const maxStreamMs = 300_000

/** Files of the build, which cost hardly anything, and probes of a balancer, which must not wait. */
const isFree = (url = '') => url.startsWith('/_next/static/') || /^\/api\/health\/(live|ready)(\?|$)/.test(url)

const ipOf = ({ headers }: IncomingMessage) => clientIp({ get: (name) => headers[name]?.toString() ?? null })

/** Whose request it is: the session's where its cookie is known to be valid, and otherwise the IP address's. */
function callerOf(request: IncomingMessage): string {
  const session = sessionOfCookie(request.headers.cookie)
  return session === undefined ? `ip:${ipOf(request)}` : `session:${session}`
}

const kindOf = ({ url }: IncomingMessage) => (url?.startsWith('/api/') ? 'call' : 'page')

/** The turn of a request: what ends it, or null where it did not come. Throws where the client leaves meanwhile. */
async function turnOf(request: IncomingMessage, signal: AbortSignal): Promise<(() => void) | null> {
  const ip = ipOf(request)
  if (isWebhook(request) && (await mayDeliver(ip))) return takeWebhookTurn(ip, signal)
  if (isStream(request)) return takeStreamTurn(callerOf(request))
  return takeTurn(callerOf(request), kindOf(request), signal)
}

/** Calls `next` when it is the caller's turn, which ends with the answer. */
async function waitForTurn(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
  const leaving = new AbortController()
  const leave = () => leaving.abort()
  response.once('close', leave)
  const endTurn = await turnOf(request, leaving.signal).catch(() => undefined)
  response.off('close', leave)
  if (endTurn === undefined) return
  if (endTurn === null) {
    const message = 'Too many requests at once; wait a little.'
    refuseRequest(request, response, 429, { code: 'rate_limited', message, retry_after_seconds: 2 })
    return
  }
  if (response.closed || request.socket.destroyed) {
    endTurn()
    return
  }
  const timer = setTimeout(() => request.socket.destroy(), isStream(request) ? maxStreamMs : maxAnswerMs)
  response.once('close', () => {
    clearTimeout(timer)
    endTurn()
  })
  next()
}

/** A request reaches Next when it is its turn, or is answered here before any of its body is read. */
function admit(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  // The Fetch standard has no request with this method, and Next would answer with a bare 500.
  if (request.method === 'TRACE') {
    refuseRequest(request, response, 405, { code: 'invalid_query', message: 'There is no such method here.' })
    return
  }
  const maxBytes = isWebhook(request) ? maxWebhookBytes : maxBodyBytes
  const status = refusedBodyStatus(request.headers, maxBytes)
  if (status !== null) {
    const message = `The body must state its length and have at most ${maxBytes} bytes.`
    refuseRequest(request, response, status, { code: 'invalid_query', message })
  } else if (isFree(request.url)) next()
  else void waitForTurn(request, response, next)
}

let hasWarned = false

/**
 * Logs once that addresses are forwarded and no proxy is trusted. Behind a balancer all people then have its address, and
 * share the limits of one.
 */
function warnOfForwardedAddress({ headers }: IncomingMessage): void {
  if (hasWarned || headers['x-forwarded-for'] === undefined || env().trustedProxies.length > 0) return
  hasWarned = true
  const message =
    'X-Forwarded-For arrives and TRUSTED_PROXIES is not set: behind a balancer all people have one IP address'
  log('warn', message, { request_id: '' })
}

const admitting = new WeakSet<Server>()

/** Puts `admit` before the listeners of a server. Next makes the server itself and offers no other place for it. */
function admitBefore(server: Server): void {
  if (admitting.has(server)) return
  admitting.add(server)
  // A request that arrives slowly holds a turn as well (headers and body; Node's own default is five minutes).
  server.requestTimeout = maxArrivalMs
  // There are no WebSockets here but those of development: Next would run for such a request outside of all turns, and leave
  // its connection open. Without a listener, Node answers it like any other.
  if (!env().isDevelopment) server.removeAllListeners('upgrade')
  const listeners = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request, response) =>
    admit(request, response, () => {
      for (const listener of listeners) listener.call(server, request, response)
    }),
  )
}

/**
 * Watches every request to a server of this process from its first byte. Bodies are bounded before they are read, since
 * Next buffers 10 MB of each, and nobody has more than a few answered at once. What Next cannot decode is replaced, and what it does not pass on goes into headers: the IP
 * address of the socket, and the parameter that it drops. Call it once, at start.
 */
export function admitRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, server } = message as RequestStart
    const url = toPlainUrl(request.url ?? '')
    request.url = url
    // Values that the client sent itself are overwritten.
    request.headers[droppedHeader] = droppedQuery(url)
    request.headers[socketHeader] = request.socket.remoteAddress ?? ''
    warnOfForwardedAddress(request)
    admitBefore(server)
  })
}
