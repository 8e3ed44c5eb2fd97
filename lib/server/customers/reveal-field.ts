import 'server-only'
import type { RecordAnswer } from '@/lib/customers/model/record'
import type { Reveal } from '@/lib/customers/model/reveal-schema'
import { storable } from '@/lib/server/audit/rows'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { fetchCustomer } from '@/lib/server/customers/fetch/fetch-customer'
import { insertReveal } from '@/lib/server/customers/reveals'
import { withRecordAudit } from '@/lib/server/customers/with-audit'
import { toApiFailure } from '@/lib/server/http/api-failure'
import { countAgainst } from '@/lib/server/http/limits'

/**
 * Reveals one field of one record to this person for five minutes, after appending an audit event with the reason. Each
 * request counts against the number of reveals allowed per hour, found or not. Throws `ApiFailure`: `rate_limited`, or
 * `not_found` when there has never been such a customer.
 */
export async function revealField(
  access: AccountAccess,
  customerId: string,
  { field, reason }: { field: string; reason: string },
  signal?: AbortSignal,
): Promise<Reveal> {
  requirePermission(access.viewer, 'contact:reveal')
  await countAgainst('revealsPerHour', access.viewer.email)
  // Of an id that PostgreSQL cannot store, no reveal can be kept.
  const fetching =
    storable(customerId) === customerId
      ? fetchCustomer(access, customerId, signal)
      : Promise.reject<RecordAnswer>(toApiFailure({ kind: 'not_found' }))
  await withRecordAudit(access, customerId, fetching, () => ({
    kind: 'reveal',
    customers: [customerId],
    filters: [{ name: 'field', value: field }],
    rows: 1,
    note: reason,
  }))
  return insertReveal(access, customerId, field)
}
