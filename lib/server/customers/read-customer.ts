import 'server-only'
import { z } from 'zod'
import type { CustomerAnswer, TagsAnswer } from '@/lib/customers/customer'
import { ApiFailure } from '@/lib/server/api-failure'
import { askOne } from '@/lib/server/customers/ask-one'
import { readWireCustomer } from '@/lib/server/customers/to-customer'
import { wireTags } from '@/lib/server/dintero/schemas'
import type { AccountAccess } from '@/lib/server/viewer'

/** One customer by `customer_id`; of a deleted one the tombstone. Throws `ApiFailure`, `not_found` where there is none. */
export async function readCustomer(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<CustomerAnswer> {
  const raw = await askOne(access, ['customers', 'users', customerId], z.unknown(), signal)
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
  return toTags(await askOne(access, ['customers', 'users', customerId, 'tags'], wireTags, signal))
}

/** All tags of the account. */
export async function readTags(access: AccountAccess, signal?: AbortSignal): Promise<TagsAnswer> {
  return toTags(await askOne(access, ['customers', 'tags'], wireTags, signal))
}
