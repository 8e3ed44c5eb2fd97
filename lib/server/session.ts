import 'server-only'
import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { type Role, roles } from '@/lib/access'
import { demoPassword, demoPeople } from '@/lib/server/demo-people'
import { env, type Oidc } from '@/lib/server/env'
import { log } from '@/lib/server/log'

/** The absolute end of a sign-in (security: 10 h). */
export const sessionSeconds = 10 * 60 * 60

/** What the sealed cookie holds and nothing else: who, with which role, since when. */
export const sessionSchema = z.object({
  sid: z.string(),
  auth_time: z.number(),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles).nullable(),
})

/** What both providers say of a person at sign-in. */
const signedIn = sessionSchema.pick({ email: true, name: true, role: true })

const samePassword = (given: string) => {
  const [a, b] = [Buffer.from(given.padEnd(64).slice(0, 64)), Buffer.from(demoPassword.padEnd(64))]
  return given.length === demoPassword.length && a.length === b.length && timingSafeEqual(a, b)
}

const demoProvider = CredentialsProvider({
  id: 'demo',
  name: 'Demo people',
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  authorize(credentials) {
    const given = z.object({ email: z.string(), password: z.string() }).safeParse(credentials)
    if (!given.success) return null
    const person = demoPeople.find(({ email }) => email === given.data.email.trim().toLowerCase())
    return person && samePassword(given.data.password) ? { id: person.email, ...person } : null
  },
})

/** The role that a claim (a text, or a list of texts) maps to; the first that maps wins, none is no role. */
export function roleOfClaim(claim: unknown, mapping: Record<string, Role>): Role | null {
  const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]).safeParse(claim)
  const known = values.data?.find((value) => Object.hasOwn(mapping, value))
  return known === undefined ? null : (mapping[known] ?? null)
}

const oidcProvider = ({
  issuer,
  clientId,
  clientSecret,
  roleClaim,
  roles: mapping,
}: Oidc): NextAuthOptions['providers'][number] => ({
  id: 'oidc',
  name: 'Company login',
  type: 'oauth',
  wellKnown: `${issuer}/.well-known/openid-configuration`,
  issuer,
  clientId,
  clientSecret,
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  authorization: { params: { scope: 'openid email profile' } },
  profile: (profile: Record<string, unknown>) => ({
    id: String(profile.sub),
    email: typeof profile.email === 'string' ? profile.email : String(profile.sub),
    name: typeof profile.name === 'string' ? profile.name : String(profile.email ?? profile.sub),
    role: roleOfClaim(profile[roleClaim], mapping),
  }),
})

/** `__Host-` names under https bind a cookie to this host alone (RFC 6265bis, section 4.1.3.2). */
function cookies(secure: boolean): NonNullable<NextAuthOptions['cookies']> {
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

let options: NextAuthOptions | undefined

/** How people sign in, from the configuration; made once. */
export function authOptions(): NextAuthOptions {
  options ??= makeOptions()
  return options
}

function makeOptions(): NextAuthOptions {
  const { upstream, publicUrl, sessionSecret } = env()
  const secure = publicUrl.protocol === 'https:'
  return {
    providers: [upstream.demoSignIn ? demoProvider : oidcProvider(upstream.oidc)],
    secret: sessionSecret,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    jwt: { maxAge: sessionSeconds },
    useSecureCookies: secure,
    cookies: cookies(secure),
    // Ours, since the built-in pages have inline styles.
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in' },
    callbacks: {
      jwt: ({ token, user }) => {
        if (!user) return token
        const { email, name, role } = signedIn.parse(user)
        return { sub: token.sub, email, name, role, sid: randomUUID(), auth_time: Math.floor(Date.now() / 1000) }
      },
      session: ({ session, token }) => ({ ...session, ...token }),
      redirect: ({ url, baseUrl }) => {
        if (!URL.canParse(url, baseUrl)) return baseUrl
        const target = new URL(url, baseUrl)
        const isOurs = target.origin === baseUrl && !target.pathname.startsWith('//')
        return isOurs ? target.href : baseUrl
      },
    },
    // Its own logger writes refused addresses and claims verbatim.
    logger: {
      error: (code) => log('warn', 'sign-in error', { request_id: '', event: code }),
      warn: () => {},
      debug: () => {},
    },
  }
}
