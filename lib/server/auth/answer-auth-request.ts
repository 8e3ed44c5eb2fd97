import 'server-only'
import { randomUUID } from 'node:crypto'
import type { NextRequest } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import { statusOf } from '@/lib/api/errors'
import { routes } from '@/lib/api/routes'
import { authOptions } from '@/lib/server/auth/session'
import { sessionResponse } from '@/lib/server/auth/session-response'
import { limitSignIn } from '@/lib/server/auth/sign-in-limits'
import { env } from '@/lib/server/env'
import { ApiFailure, toApiError } from '@/lib/server/http/api-failure'

type Context = { params: Promise<{ nextauth: string[] }> }

/**
 * The actions of next-auth that our screens and a provider use. Others are not found: `_log` would write the text of a
 * stranger into our log.
 */
const actions: Record<string, readonly string[]> = {
  GET: ['csrf', 'session', 'signin', 'signout', 'callback', 'error'],
  POST: ['signin', 'signout', 'callback'],
}

/** The `error` of the sign-in page for a sign-in that could not be committed. */
export const signInUnavailable = 'unavailable'

/**
 * The options of next-auth for one request, and what failed in it. next-auth goes on where a sign-out fails, and calls
 * every failure behind a provider a refusal.
 */
function optionsOfRequest(): { options: NextAuthOptions; rethrow: () => void } {
  const { callbacks = {}, events = {}, ...options } = authOptions()
  let failed: { reason: unknown } | undefined
  const watch =
    <A, R>(work: ((given: A) => R | PromiseLike<R>) | undefined) =>
    async (given: A): Promise<R> => {
      try {
        return (await work?.(given)) as R
      } catch (reason) {
        failed = { reason }
        throw reason
      }
    }
  return {
    options: {
      ...options,
      callbacks: { ...callbacks, jwt: watch(callbacks.jwt) },
      events: { ...events, signOut: watch(events.signOut) },
    },
    rethrow: () => {
      if (failed) throw failed.reason
    },
  }
}

/** What a failure is answered with: JSON for our own screens, and the sign-in page for a browser that a provider sent. */
function toFailureResponse(thrown: unknown, request: NextRequest, action: string | undefined): Response {
  const failure = toApiError(thrown, randomUUID())
  if (request.method === 'GET' && action === 'callback')
    return Response.redirect(new URL(`${routes.signIn()}?error=${signInUnavailable}`, env().publicUrl), 303)
  const error =
    action === 'signout' ? { ...failure, message: 'You are still signed in: the session could not be ended.' } : failure
  return Response.json({ error }, { status: statusOf[error.code], headers: { 'cache-control': 'no-store' } })
}

/**
 * Answers a call of next-auth's routes. A sign-in or a sign-out that cannot be committed is answered with an error and
 * changes no cookie. No failure reaches Next, which would log its text.
 */
export async function answerAuthRequest(request: NextRequest, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth
  const run = async () => {
    const { options, rethrow } = optionsOfRequest()
    const response = (await NextAuth(request, context, options)) as Response
    rethrow()
    return response
  }
  try {
    if (!actions[request.method]?.includes(action ?? ''))
      throw new ApiFailure({ code: 'not_found', message: 'There is no such address.' })
    if (action === 'session') return await sessionResponse()
    return await (action === 'callback' ? limitSignIn(request, run) : run())
  } catch (thrown) {
    return toFailureResponse(thrown, request, action)
  }
}
