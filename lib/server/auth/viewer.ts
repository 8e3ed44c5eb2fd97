import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { routes } from '@/lib/api/routes'
import { type AccountAccess, accountsOf, ownRequest, type Viewer } from '@/lib/server/auth/account-access'
import { authOptions, sessionSchema } from '@/lib/server/auth/session'
import { isSessionAlive } from '@/lib/server/auth/sessions'
import { fromDatabase } from '@/lib/server/database/available'
import { ApiFailure } from '@/lib/server/http/api-failure'

/** The header in which `proxy.ts` tells pages their own address. */
export const pathHeader = 'x-desk-path'

/**
 * Who asks, or null where nobody is signed in or the session has ended. Read once a request. Throws `audit_unavailable`
 * where the database cannot tell.
 */
export const readViewer = cache(async (): Promise<Viewer | null> => {
  const session = sessionSchema.safeParse(await getServerSession(authOptions()))
  if (!session.success) return null
  const { sid: sessionId, ...person } = session.data
  return (await fromDatabase(isSessionAlive(sessionId))) ? { sessionId, ...person } : null
})

/** Who asks, in a route handler. Throws `unauthenticated`. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await readViewer()
  if (!viewer) throw new ApiFailure({ code: 'unauthenticated', message: 'Sign in first.' })
  return viewer
}

/** The address of the page that is asked for, with its query. */
export const ownAddress = async (): Promise<string> => (await headers()).get(pathHeader) ?? routes.home()

/** Who asks, on a page. Leads to sign-in, and from there back to this very address. */
export async function requirePageViewer(): Promise<Viewer> {
  const viewer = await readViewer()
  if (!viewer) redirect(routes.signIn(await ownAddress()))
  return viewer
}

const pageRequest = cache(() => ownRequest())

/** Who asks and for which account, on a page: leads to sign-in, or to the not-found screen. */
export async function requirePageAccess(accountId: string): Promise<AccountAccess> {
  const viewer = await requirePageViewer()
  const account = accountsOf(viewer).find(({ id }) => id === accountId) ?? notFound()
  return { viewer, account, request: pageRequest() }
}
