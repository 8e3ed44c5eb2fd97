import 'server-only'
import type { z } from 'zod'
import { maxCustomerIdLength } from '@/lib/customers/model/customer-id'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { isTooDeep } from '@/lib/server/customers/fetch/nesting'
import { toApiFailure } from '@/lib/server/http/api-failure'
import { dintero, type Parameters, type ReadAnswer, type ReadOptions } from '@/lib/server/upstream/client'
import type { DinteroFailure } from '@/lib/server/upstream/failure'

function check({ viewer }: AccountAccess, segments: string[]): void {
  requirePermission(viewer, 'customers:read')
  if (segments.some((segment) => segment.length > maxCustomerIdLength)) throw toApiFailure({ kind: 'not_found' })
}

/** An id that Dintero calls malformed names nobody. */
const toFailure = (failure: DinteroFailure) =>
  toApiFailure(failure.kind === 'bad_request' ? { kind: 'not_found' } : failure)

/** One call below the account's customers. Throws `ApiFailure`. */
export async function fetchResource<T>(
  access: AccountAccess,
  segments: string[],
  schema: z.ZodType<T>,
  signal?: AbortSignal,
  parameters: Parameters = {},
): Promise<T> {
  check(access, segments)
  const result = await dintero().get(access, ['customers', ...segments], parameters, schema, signal)
  if (!result.ok) throw toFailure(result.failure)
  if (isTooDeep(result.data)) throw toApiFailure({ kind: 'invalid' })
  return result.data
}

/** One call as it went over the wire; null where the reader has the newest already. Throws `ApiFailure`. */
export async function fetchRawResource(
  access: AccountAccess,
  segments: string[],
  options: ReadOptions,
  parameters: Parameters = {},
): Promise<(ReadAnswer & { etag: string | null }) | null> {
  check(access, segments)
  const result = await dintero().read(access, ['customers', ...segments], parameters, options)
  if (result.ok) return { ...result.data, etag: result.headers.get('etag') }
  if (result.failure.kind === 'not_modified' && options.ifNoneMatch !== undefined) return null
  throw toFailure(result.failure)
}
