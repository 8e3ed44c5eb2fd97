import 'server-only'
import { randomUUID } from 'node:crypto'
import { hasPermission, type Permission, type Role } from '@/lib/access'
import { env } from '@/lib/server/env'
import type { Account } from '@/lib/server/env-schema'
import { ApiFailure } from '@/lib/server/http/api-failure'

/** Who asks. `role` is null for someone who signed in and was given none; `accounts` are those they may open. */
export type Viewer = {
  sessionId: string
  email: string
  name: string
  role: Role | null
  accounts: readonly string[]
}

/** The page or call of ours that waits for answers, and until when; times are by `performance.now()`. */
export type OwnRequest = { id: string; startedAt: number; deadlineAt: number }

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

/** Throws `forbidden` where the person's role does not hold the permission. */
export function requirePermission(viewer: Viewer, permission: Permission): void {
  if (!hasPermission(viewer.role, permission))
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
