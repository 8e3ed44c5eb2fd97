import 'server-only'
import { z } from 'zod'
import type { CustomerAnswer, TagsAnswer } from '@/lib/customers/customer'
import { ApiFailure, toApiFailure } from '@/lib/server/api-failure'
import { readWireCustomer } from '@/lib/server/customers/to-customer'
import { dintero } from '@/lib/server/dintero/client'
import { wireTags } from '@/lib/server/dintero/schemas'
import { type AccountAccess, requirePermission } from '@/lib/server/viewer'

/** Dintero's limit on a `customer_id` (contract page). A longer one cannot exist. */
const longestCustomerId = 255

async function read<T>(
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

/** One customer by `customer_id`; of a deleted one the tombstone. Throws `ApiFailure`, `not_found` where there is none. */
export async function readCustomer(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<CustomerAnswer> {
  const raw = await read(access, ['customers', 'users', customerId], z.unknown(), signal)
  const result = readWireCustomer(raw)
  // Another customer than the one asked for is never shown under its name.
  if (!('customer' in result) || result.customer.customer_id !== customerId)
    throw new ApiFailure({
      code: 'upstream_invalid',
      message: 'Dintero answered with a customer that its contract does not have.',
    })
  return result
}

function toTags(tags: z.infer<typeof wireTags>): TagsAnswer {
  return { tags: tags.map(({ id, tag, created_at }) => ({ id, tag, ...(created_at && { created_at }) })) }
}

/** The tags of one customer. */
export async function readCustomerTags(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<TagsAnswer> {
  return toTags(await read(access, ['customers', 'users', customerId, 'tags'], wireTags, signal))
}

/** All tags of the account. */
export async function readTags(access: AccountAccess, signal?: AbortSignal): Promise<TagsAnswer> {
  return toTags(await read(access, ['customers', 'tags'], wireTags, signal))
}
