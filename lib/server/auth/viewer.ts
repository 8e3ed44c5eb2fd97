import 'server-only'
import { headers } from 'next/headers'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { Viewer } from '@/lib/server/auth/account-access'
import { refreshClaims } from '@/lib/server/auth/claims/refresh-claims'
import { authOptions, sessionSchema } from '@/lib/server/auth/session'
import { readSession } from '@/lib/server/auth/sessions'
import { fromDatabase } from '@/lib/server/database/available'
import { rememberSessionCookie } from '@/lib/server/http/admission/session-cookies'
import { ApiFailure } from '@/lib/server/http/api-failure'

/**
 * The signed-in person, or null where nobody is signed in or the session has ended. Read once per request of a page. Claims
 * that are outdated are read again first.
 * Throws `audit_unavailable` where the database does not answer.
 */
export const readViewer = cache(async (): Promise<Viewer | null> => {
  const session = sessionSchema.safeParse(await getServerSession(authOptions()))
  if (!session.success) return null
  const { sid: sessionId } = session.data
  const read = await fromDatabase(readSession(sessionId))
  const person = read?.areClaimsOutdated ? await refreshClaims(sessionId, read.person) : read?.person
  if (!person) return null
  rememberSessionCookie((await headers()).get('cookie') ?? '', sessionId)
  return { sessionId, ...person }
})

/** The signed-in person. Throws `unauthenticated`. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await readViewer()
  if (!viewer) throw new ApiFailure({ code: 'unauthenticated', message: 'Sign in first.' })
  return viewer
}
