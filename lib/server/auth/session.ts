import 'server-only'
import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { type Role, roles } from '@/lib/access'
import { routes } from '@/lib/api/routes'
import { appendSessionEvent } from '@/lib/server/audit/append'
import { demoPassword, demoPeople } from '@/lib/server/auth/demo-people'
import { beginSession, endSession, sessionSeconds } from '@/lib/server/auth/sessions'
import { env, type Oidc } from '@/lib/server/env'
import { log } from '@/lib/server/log'

/** What the sealed cookie holds and nothing else: who, with which role, for which accounts; `sid` is its row in `sessions`. */
export const sessionSchema = z.object({
  sid: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles).nullable(),
  accounts: z.array(z.string()),
})

/** What both providers say of a person at sign-in. */
const signedIn = sessionSchema.omit({ sid: true })

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
    return person && samePassword(given.data.password)
      ? { id: person.email, accounts: [...env().accounts.keys()], ...person }
      : null
  },
})

/** The values of a claim: a text, or a list of texts; anything else is none. */
function valuesOf(claim: unknown): string[] {
  const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]).safeParse(claim)
  return values.data ?? []
}

/** The role that a claim maps to; the first that maps wins, none is no role. */
export function roleOfClaim(claim: unknown, mapping: Record<string, Role>): Role | null {
  const known = valuesOf(claim).find((value) => Object.hasOwn(mapping, value))
  return known === undefined ? null : (mapping[known] ?? null)
}

/** The accounts that a claim opens, and those that are open to everyone (`*`). */
export function accountsOfClaim(claim: unknown, mapping: Record<string, string[]>): string[] {
  const known = [...valuesOf(claim).filter((value) => value !== '*'), '*'].filter((value) =>
    Object.hasOwn(mapping, value),
  )
  return [...new Set(known.flatMap((value) => mapping[value] ?? []))]
}

const oidcProvider = ({
  issuer,
  clientId,
  clientSecret,
  roleClaim,
  roles: mapping,
  accountClaim,
  accounts,
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
    accounts: accountsOfClaim(profile[accountClaim], accounts),
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

/**
 * Where signing out leads: to the provider's own sign-out, where one is configured, and from there back to us (OpenID
 * Connect RP-Initiated Logout 1.0, section 2); else to sign-in.
 */
export function signedOutAt(): string {
  const { upstream, publicUrl } = env()
  if (upstream.demoSignIn || upstream.oidc.signOutUrl === null) return routes.signIn()
  const address = new URL(upstream.oidc.signOutUrl)
  address.searchParams.set('client_id', upstream.oidc.clientId)
  address.searchParams.set('post_logout_redirect_uri', new URL(routes.signIn(), publicUrl).href)
  return address.href
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
      jwt: async ({ token, user }) => {
        if (!user) return token
        const person = signedIn.parse(user)
        // Nobody is signed in whose sign-in is not recorded.
        await appendSessionEvent({ kind: 'sign_in', actor: person, requestId: randomUUID() })
        return { sub: token.sub, ...person, sid: await beginSession(person.email) }
      },
      session: ({ session, token }) => ({ ...session, ...token }),
      redirect: ({ url, baseUrl }) => {
        if (!URL.canParse(url, baseUrl)) return baseUrl
        const target = new URL(url, baseUrl)
        const isOurs = target.origin === baseUrl && !target.pathname.startsWith('//')
        return isOurs ? target.href : baseUrl
      },
    },
    events: {
      signOut: async ({ token }) => {
        const { data: session } = sessionSchema.safeParse(token)
        if (!session) return
        await endSession(session.sid)
        await appendSessionEvent({ kind: 'sign_out', actor: session, requestId: randomUUID() })
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
