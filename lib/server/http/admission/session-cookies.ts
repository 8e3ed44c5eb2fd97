import 'server-only'
import { createHash } from 'node:crypto'
import { processSingleton } from '@/lib/server/process-singleton'

/**
 * Which session a cookie header has lately been valid for, so that admission knows whose a request is before the database
 * is asked. It grants nothing: it says only in whose queue a request waits.
 */

const maxKnown = 10_000

const known = () => processSingleton('session cookies', () => new Map<string, string>())

const hash = (cookieHeader: string) => createHash('sha256').update(cookieHeader).digest('base64url')

/** Keeps that this cookie header was valid for the session, in place of the one that was kept first where there are many. */
export function rememberSessionCookie(cookieHeader: string, sessionId: string): void {
  const ids = known()
  ids.set(hash(cookieHeader), sessionId)
  const [first] = ids.keys()
  if (ids.size > maxKnown && first !== undefined) ids.delete(first)
}

/** The session that this cookie header was valid for, or undefined for one that nobody has signed in with. */
export function sessionOfCookie(cookieHeader: string | undefined): string | undefined {
  return cookieHeader === undefined ? undefined : known().get(hash(cookieHeader))
}
