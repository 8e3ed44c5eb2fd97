import 'server-only'
import { cache } from 'react'
import { hasPermission, type Permission } from '@/lib/access'
import { auditRefusal } from '@/lib/server/audit/refusal'
import { groupAccountGuess } from '@/lib/server/audit/watch/groups'
import {
  type AccountAccess,
  accountsOf,
  type RequestContext,
  requireAccount,
  requirePermission,
  type Viewer,
} from '@/lib/server/auth/account-access'
import { requireViewer } from '@/lib/server/auth/viewer'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { countAgainst } from '@/lib/server/http/limits'

/** The parameters of a path, decoded. One that cannot be decoded is undefined. */
export type PathParams = Record<string, string | string[] | undefined>

/** What the guard needs of a schema for path parameters. */
export type ParamsSchema<P> = { safeParse(value: unknown): { success: true; data: P } | { success: false } }

type Guarded<P> = {
  permission: Permission
  /** The shape of the path parameters beside `accountId`, where there are any. */
  params: ParamsSchema<P> | undefined
  pathParams: PathParams
  request: RequestContext
  /** Is called with the signed-in person, also where what follows refuses them. */
  onViewer?: (viewer: Viewer) => void
}

/** React may render a page more than once for one request, and counts it once. Route handlers have no such cache. */
const countPersonOnce = cache((email: string) => countAgainst('personPerMinute', email))
const countAccountOnce = cache((account: string) => countAgainst('accountPerMinute', account))

/** The customer whom parsed path parameters name, where there is one. */
const customerOf = (params: unknown) =>
  typeof params === 'object' && params !== null && 'customerId' in params ? String(params.customerId) : null

/**
 * The one guard of pages and API routes: session, limit of the person, account, permission, limit of the account, path
 * parameters, in this order: what is refused to a person costs the account nothing. What a role does not permit is audited
 * before it is refused. Throws `unauthenticated`, `not_found` (also for an account of others), `rate_limited`, `forbidden`
 * or `audit_unavailable`.
 */
export async function guard<P>({
  permission,
  params,
  pathParams,
  request,
  onViewer,
}: Guarded<P>): Promise<{ access: AccountAccess; params: P }> {
  const viewer = await requireViewer()
  onViewer?.(viewer)
  await countPersonOnce(viewer.email)
  const accountId = String(pathParams.accountId)
  if (!accountsOf(viewer).some(({ id }) => id === accountId)) await groupAccountGuess({ viewer, request }, accountId)
  const access = { viewer, account: requireAccount(viewer, accountId), request }
  const parsed = params ? params.safeParse(pathParams) : { success: true as const, data: undefined as P }
  if (!hasPermission(viewer.role, permission))
    await auditRefusal(access, permission, parsed.success ? customerOf(parsed.data) : null)
  requirePermission(viewer, permission)
  await countAccountOnce(access.account.id)
  if (!parsed.success) throw new ApiFailure({ code: 'not_found', message: 'There is no such address.' })
  return { access, params: parsed.data }
}
