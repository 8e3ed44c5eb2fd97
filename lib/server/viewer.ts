import 'server-only'
import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { may, type Permission, type Role } from '@/lib/access'
import { routes } from '@/lib/routes'
import { ApiFailure } from '@/lib/server/api-failure'
import { type Account, env } from '@/lib/server/env'
import { authOptions, sessionSchema, sessionSeconds } from '@/lib/server/session'

/** Who asks. `role` is null for someone who signed in and was given none. */
export type Viewer = { sessionId: string; email: string; name: string; role: Role | null }

/** The page or call of ours that waits for answers, and until when; times are by `performance.now()`. */
type OwnRequest = { id: string; startedAt: number; deadlineAt: number }

/** Who asks, and for which account: what every use case takes, so that none can be called without them. */
export type AccountAccess = { viewer: Viewer; account: Account; request?: OwnRequest }

/** A request that begins now: whatever it asks of Dintero shares one deadline. */
export function ownRequest(id: string = randomUUID()): OwnRequest {
  const startedAt = performance.now()
  return { id, startedAt, deadlineAt: startedAt + env().upstreamSettings.timeoutMs }
}

/** Whether half the time has passed: what takes several calls then stops at what it has, and tells where to go on. */
export function isHalfOver({ request }: AccountAccess): boolean {
  return request !== undefined && performance.now() > (request.startedAt + request.deadlineAt) / 2
}

/** The header in which `proxy.ts` tells pages their own address. */
export const pathHeader = 'x-desk-path'

/** Who asks, or null where nobody is signed in. Read once a request. */
export const readViewer = cache(async (): Promise<Viewer | null> => {
  const session = sessionSchema.safeParse(await getServerSession(authOptions()))
  if (!session.success) return null
  const { sid, auth_time, email, name, role } = session.data
  const ageSeconds = Date.now() / 1000 - auth_time
  return ageSeconds > sessionSeconds ? null : { sessionId: sid, email, name, role }
})

/** Who asks, in a route handler. Throws `unauthenticated`. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await readViewer()
  if (!viewer) throw new ApiFailure({ code: 'unauthenticated', message: 'Sign in first.' })
  return viewer
}

/** Who asks, on a page. Leads to sign-in, and from there back to this very address. */
export async function requirePageViewer(): Promise<Viewer> {
  const viewer = await readViewer()
  if (!viewer) redirect(routes.signIn((await headers()).get(pathHeader) ?? undefined))
  return viewer
}

/** Throws `forbidden` where the person's role does not hold the permission. */
export function requirePermission(viewer: Viewer, permission: Permission): void {
  if (!may(viewer.role, permission))
    throw new ApiFailure({ code: 'forbidden', message: `Your role does not hold the permission ${permission}.` })
}

/** The account of an address; one that is not configured is not told apart from one that does not exist. */
export function requireAccount(accountId: string): Account {
  const account = env().accounts.get(accountId)
  if (!account) throw new ApiFailure({ code: 'not_found', message: 'There is no such account.' })
  return account
}

/** The same on a page: the not-found screen. */
export function requirePageAccount(accountId: string): Account {
  return env().accounts.get(accountId) ?? notFound()
}
