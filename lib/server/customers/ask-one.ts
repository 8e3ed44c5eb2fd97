import 'server-only'
import type { z } from 'zod'
import { toApiFailure } from '@/lib/server/api-failure'
import { dintero } from '@/lib/server/dintero/client'
import { type AccountAccess, requirePermission } from '@/lib/server/viewer'

/** Dintero's limit on a `customer_id` (contract page). A longer one cannot exist. */
const longestCustomerId = 255

/** One call that takes no parameters, below the account's customers. Throws `ApiFailure`. */
export async function askOne<T>(
  access: AccountAccess,
  segments: string[],
  schema: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<T> {
  requirePermission(access.viewer, 'customers:read')
  if (segments.some((segment) => segment.length > longestCustomerId)) throw toApiFailure({ kind: 'not_found' })
  const result = await dintero().get(access.account, segments, {}, schema, signal)
  if (result.ok) return result.data
  // An id that Dintero calls malformed names nobody.
  throw toApiFailure(result.failure.kind === 'bad_request' ? { kind: 'not_found' } : result.failure)
}
