import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { personOfClaims } from '@/lib/server/auth/claims/person-of-claims'
import { demoPassword, demoPeople } from '@/lib/server/auth/demo-people'
import { env } from '@/lib/server/env'
import type { Oidc } from '@/lib/server/env-upstream'

/** The two ways of signing in. Both return a person as `personSchema` has it. */

const isDemoPassword = (given: string) => {
  const [a, b] = [Buffer.from(given.padEnd(64).slice(0, 64)), Buffer.from(demoPassword.padEnd(64))]
  return given.length === demoPassword.length && a.length === b.length && timingSafeEqual(a, b)
}

/** Sign-in by a listed email, on the sandbox only. */
export const demoProvider = CredentialsProvider({
  id: 'demo',
  name: 'Demo people',
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  authorize(credentials) {
    const given = z.object({ email: z.string(), password: z.string() }).safeParse(credentials)
    if (!given.success) return null
    const person = demoPeople.find(({ email }) => email === given.data.email.trim().toLowerCase())
    return person && isDemoPassword(given.data.password)
      ? { id: person.email, accounts: [...env().accounts.keys()], ...person }
      : null
  },
})

/** Sign-in by the OpenID provider of the company. */
export const oidcProvider = (oidc: Oidc): NextAuthOptions['providers'][number] => ({
  id: 'oidc',
  name: 'Company login',
  type: 'oauth',
  wellKnown: `${oidc.issuer}/.well-known/openid-configuration`,
  issuer: oidc.issuer,
  clientId: oidc.clientId,
  clientSecret: oidc.clientSecret,
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  authorization: { params: { scope: oidc.scope } },
  profile: (claims: Record<string, unknown>) => ({ id: String(claims.sub), ...personOfClaims(claims, oidc) }),
})
