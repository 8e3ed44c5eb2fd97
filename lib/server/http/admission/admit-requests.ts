import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { env } from '@/lib/server/env'
import { maxBodyBytes, refusedBodyStatus } from '@/lib/server/http/admission/body-length'
import { droppedHeader, droppedQuery } from '@/lib/server/http/admission/dropped-param'
import { toDecodableUrl } from '@/lib/server/http/admission/malformed-path'
import { refuseRequest } from '@/lib/server/http/admission/refuse-request'
import { socketHeader } from '@/lib/server/http/client-ip'
import { log } from '@/lib/server/log'

/** The message that Node publishes at the start of a request, before the server's listeners get it. */
type RequestStart = { request: IncomingMessage; server: Server }

/** A request reaches Next, or is answered here before any of its body is read. */
function admit(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const status = refusedBodyStatus(request.headers)
  if (status === null) next()
  else {
    const message = `The body must state its length and have at most ${maxBodyBytes} bytes.`
    refuseRequest(request, response, status, { code: 'invalid_query', message })
  }
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
 * Next buffers 10 MB of each. What Next cannot decode is replaced, and what it does not pass on goes into headers: the IP
 * address of the socket, and the parameter that it drops. Call it once, at start.
 */
export function admitRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, server } = message as RequestStart
    const url = toDecodableUrl(request.url ?? '')
    request.url = url
    // Values that the client sent itself are overwritten.
    request.headers[droppedHeader] = droppedQuery(url)
    request.headers[socketHeader] = request.socket.remoteAddress ?? ''
    warnOfForwardedAddress(request)
    admitBefore(server)
  })
}
