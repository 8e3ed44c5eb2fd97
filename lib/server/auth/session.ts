import 'server-only'
import { headers } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import { z } from 'zod'
import { beginAuditedSession, endAuditedSession } from '@/lib/server/auth/audited-sessions'
import { sealRefreshToken } from '@/lib/server/auth/claims/refresh-token'
import { authCookies } from '@/lib/server/auth/cookies'
import { demoProvider, oidcProvider } from '@/lib/server/auth/providers'
import { personSchema, sessionSeconds } from '@/lib/server/auth/sessions'
import { parseDevice } from '@/lib/server/auth/signed-in-here/device'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'

/** All that we read from the encrypted cookie: the id of the person's row in `sessions`, which holds everything else. */
export const sessionSchema = z.object({ sid: z.uuid() })

let options: NextAuthOptions | undefined

/** The options of next-auth, made once from the configuration. */
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
    cookies: authCookies(secure),
    // The built-in pages have inline styles, which our policy forbids.
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in' },
    callbacks: {
      jwt: async ({ token, user, account }) => {
        if (!user) return token
        const person = personSchema.parse(user)
        const device = parseDevice((await headers()).get('user-agent'))
        const given = account?.refresh_token
        const refreshToken = given === undefined ? null : await sealRefreshToken(given)
        return { sub: token.sub, sid: await beginAuditedSession(person, { ...device, refreshToken }) }
      },
      session: ({ session, token }) => ({ ...session, sid: token.sid }),
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
        if (session) await endAuditedSession(session.sid)
      },
    },
    // The logger of next-auth writes refused URLs and claims verbatim.
    logger: {
      error: (code) => log('warn', 'sign-in error', { request_id: '', event: code }),
      warn: () => {},
      debug: () => {},
    },
  }
}
