import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { env } from '@/lib/server/env'

/** The header in which a request carries the address of its socket; what a client sends under this name is overwritten. */
const socketHeader = 'x-desk-socket'

/** What Node publishes at the start of a request. */
type Started = { request: { headers: Record<string, string>; socket: { remoteAddress?: string } } }

/** Writes the socket's address into every request. Called once, at start: route handlers see no socket. */
export function addSocketIpToRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as Started
    request.headers[socketHeader] = request.socket.remoteAddress ?? ''
  })
}

const plain = (address: string) => address.trim().replace(/^::ffff:/, '')

/**
 * The address of a client: its socket's, unless that is a balancer named in `TRUSTED_PROXIES`, whose word then counts.
 * `x-forwarded-for` is otherwise the client's own word. Read from the right: what stands further left was sent to us.
 */
export function clientIp(headers: Headers, trusted: readonly string[] = env().trustedProxies): string {
  const socket = plain(headers.get(socketHeader) ?? '')
  if (!trusted.includes(socket)) return socket
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map(plain).filter(Boolean)
  return hops.findLast((hop) => !trusted.includes(hop)) ?? socket
}
