import 'server-only'
import { randomUUID } from 'node:crypto'
import { hasPermission, type Permission, type Role } from '@/lib/access'
import type { Site } from '@/lib/audit/sites'
import { env } from '@/lib/server/env'
import type { Account } from '@/lib/server/env-schema'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { requestSite } from '@/lib/server/http/request-site'

/** A signed-in person. `role` is null for a person who has none; `accounts` holds the ids of those they may open. */
export type Viewer = {
  sessionId: string
  email: string
  name: string
  role: Role | null
  accounts: readonly string[]
}

/** The page or API request that is being answered, and its deadline. Times are those of `performance.now()`. */
export type RequestContext = { id: string; site: Site | null; startedAt: number; deadlineAt: number }

/** The person, the account and the request. Every use case takes it, so that none can be called without a guard. */
export type AccountAccess = { viewer: Viewer; account: Account; request: RequestContext }

/** Begins the request with these headers. All its calls to Dintero share one deadline. */
export function beginRequest(headers: Pick<Headers, 'get'>): RequestContext {
  const startedAt = performance.now()
  return {
    id: randomUUID(),
    site: requestSite(headers),
    startedAt,
    deadlineAt: startedAt + env().upstreamSettings.timeoutMs,
  }
}

/** The same request with a deadline that begins now, for an answer that is sent step by step. */
export function withNewDeadline(access: AccountAccess): AccountAccess {
  const startedAt = performance.now()
  const request = { ...access.request, startedAt, deadlineAt: startedAt + env().upstreamSettings.timeoutMs }
  return { ...access, request }
}

/** Whether half the time has passed. A use case of several calls then returns what it has, and the cursor to continue at. */
export function isHalfOver({ request }: AccountAccess): boolean {
  return performance.now() > (request.startedAt + request.deadlineAt) / 2
}

/** Throws `forbidden` unless the person's role holds the permission. */
export function requirePermission(viewer: Viewer, permission: Permission): void {
  if (!hasPermission(viewer.role, permission))
    throw new ApiFailure({ code: 'forbidden', message: `Your role does not hold the permission ${permission}.` })
}

/** The accounts that a person may open, in the order of the configuration. */
export function accountsOf({ accounts }: Viewer): Account[] {
  return [...env().accounts.values()].filter(({ id }) => accounts.includes(id))
}

/**
 * The account of a URL. Throws `not_found`, both for an account that does not exist and for one that the person may not
 * open, so that nobody learns which accounts exist.
 */
export function requireAccount(viewer: Viewer, accountId: string): Account {
  const account = accountsOf(viewer).find(({ id }) => id === accountId)
  if (!account) throw new ApiFailure({ code: 'not_found', message: 'There is no such account.' })
  return account
}
