import 'server-only'
import { maxCustomerIdLength } from '@/lib/customers/model/customer-id'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { toApiFailure } from '@/lib/server/http/api-failure'
import { isTooDeep } from '@/lib/server/nesting'
import { dintero, type ParsedRequest, type ReadAnswer, type ResourceRequest } from '@/lib/server/upstream/client'
import type { DinteroFailure } from '@/lib/server/upstream/failure'

function check({ viewer }: AccountAccess, { path }: ResourceRequest): void {
  requirePermission(viewer, 'customers:read')
  if (path.some((segment) => segment.length > maxCustomerIdLength)) throw toApiFailure({ kind: 'not_found' })
}

/** Dintero answers 400 to a malformed id, which no customer can have, so the failure is `not_found`. */
const toFailure = (failure: DinteroFailure) =>
  toApiFailure(failure.kind === 'bad_request' ? { kind: 'not_found' } : failure)

/** Fetches and parses the answer of one of the endpoints for customers. Throws `ApiFailure`. */
export async function fetchResource<T>(access: AccountAccess, request: ParsedRequest<T>): Promise<T> {
  check(access, request)
  const result = await dintero().get(access, request)
  if (!result.ok) throw toFailure(result.failure)
  if (isTooDeep(result.data)) throw toApiFailure({ kind: 'invalid' })
  return result.data
}

/** Fetches an answer as Dintero sent it, or null when the request's `etag` is still current. Throws `ApiFailure`. */
export async function fetchRawResource(
  access: AccountAccess,
  request: ResourceRequest,
): Promise<(ReadAnswer & { etag: string | null }) | null> {
  check(access, request)
  const result = await dintero().read(access, request)
  if (result.ok) return { ...result.data, etag: result.headers.get('etag') }
  if (result.failure.kind === 'not_modified' && request.ifNoneMatch !== undefined) return null
  throw toFailure(result.failure)
}
