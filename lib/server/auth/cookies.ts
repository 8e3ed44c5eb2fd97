import 'server-only'
import type { NextAuthOptions } from 'next-auth'

/** The cookies of next-auth. Under https, a `__Host-` name binds a cookie to this host (RFC 6265bis, section 4.1.3.2). */
export function authCookies(secure: boolean): NonNullable<NextAuthOptions['cookies']> {
  const names = {
    sessionToken: 'session-token',
    callbackUrl: 'callback-url',
    csrfToken: 'csrf-token',
    state: 'state',
    nonce: 'nonce',
    pkceCodeVerifier: 'pkce',
  }
  const options = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure }
  return Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, { name: `${secure ? '__Host-' : ''}desk.${name}`, options }]),
  )
}
