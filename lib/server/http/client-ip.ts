import 'server-only'
import { env } from '@/lib/server/env'

/** The header that carries the IP address of the socket, which `admitRequests` sets. */
export const socketHeader = 'x-desk-socket'

/** An IPv4 address may arrive mapped into IPv6 (RFC 4291, section 2.5.5.2). */
const unmapped = (ip: string) => ip.trim().replace(/^::ffff:/, '')

/**
 * The IP address of a client: that of its socket, unless the socket belongs to a balancer of `TRUSTED_PROXIES`. Then it is
 * the last address of `X-Forwarded-For` that is not such a balancer. Everything further left can be forged by the client.
 */
export function clientIp(headers: Pick<Headers, 'get'>, trusted: readonly string[] = env().trustedProxies): string {
  const socket = unmapped(headers.get(socketHeader) ?? '')
  if (!trusted.includes(socket)) return socket
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map(unmapped).filter(Boolean)
  return hops.findLast((hop) => !trusted.includes(hop)) ?? socket
}
