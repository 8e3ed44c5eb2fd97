import 'server-only'
import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { may, type Permission, type Role } from '@/lib/access'
import { routes } from '@/lib/routes'
import { ApiFailure } from '@/lib/server/api-failure'
import { fromDatabase } from '@/lib/server/database/available'
import { type Account, env } from '@/lib/server/env'
import { authOptions, sessionSchema } from '@/lib/server/session'
import { isSessionAlive } from '@/lib/server/sessions'

/** Who asks. `role` is null for someone who signed in and was given none; `accounts` are those they may open. */
export type Viewer = {
  sessionId: string
  email: string
  name: string
  role: Role | null
  accounts: readonly string[]
}

/** The page or call of ours that waits for answers, and until when; times are by `performance.now()`. */
type OwnRequest = { id: string; startedAt: number; deadlineAt: number }

/** Who asks, for which account, by which request: what every use case takes, so that none can be called without them. */
export type AccountAccess = { viewer: Viewer; account: Account; request: OwnRequest }

/** A request that begins now: whatever it asks of Dintero shares one deadline. */
export function ownRequest(id: string = randomUUID()): OwnRequest {
  const startedAt = performance.now()
  return { id, startedAt, deadlineAt: startedAt + env().upstreamSettings.timeoutMs }
}

/** Whether half the time has passed: what takes several calls then stops at what it has, and tells where to go on. */
export function isHalfOver({ request }: AccountAccess): boolean {
  return performance.now() > (request.startedAt + request.deadlineAt) / 2
}

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

/** Throws `forbidden` where the person's role does not hold the permission. */
export function requirePermission(viewer: Viewer, permission: Permission): void {
  if (!may(viewer.role, permission))
    throw new ApiFailure({ code: 'forbidden', message: `Your role does not hold the permission ${permission}.` })
}

/** The accounts that a person may open, in the order of the configuration. */
export function accountsOf({ accounts }: Viewer): Account[] {
  return [...env().accounts.values()].filter(({ id }) => accounts.includes(id))
}

/**
 * The account of an address. One that the person may not open is not told apart from one that does not exist: throws
 * `not_found` for both.
 */
export function requireAccount(viewer: Viewer, accountId: string): Account {
  const account = accountsOf(viewer).find(({ id }) => id === accountId)
  if (!account) throw new ApiFailure({ code: 'not_found', message: 'There is no such account.' })
  return account
}

const pageRequest = cache(() => ownRequest())

/** Who asks and for which account, on a page: leads to sign-in, or to the not-found screen. */
export async function requirePageAccess(accountId: string): Promise<AccountAccess> {
  const viewer = await requirePageViewer()
  const account = accountsOf(viewer).find(({ id }) => id === accountId) ?? notFound()
  return { viewer, account, request: pageRequest() }
}
