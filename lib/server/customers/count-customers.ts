import 'server-only'
import type { TotalAnswer } from '@/lib/customers/customer'
import type { CustomerFilters } from '@/lib/customers/customer-query'
import { ApiFailure, toApiFailure } from '@/lib/server/api-failure'
import { toParameters } from '@/lib/server/customers/to-parameters'
import { dintero } from '@/lib/server/dintero/client'
import { wirePage } from '@/lib/server/dintero/schemas'
import { type AccountAccess, requirePermission } from '@/lib/server/viewer'

/**
 * How many customers the filters match; null where Dintero gives no number (the header `total-count` is missing or is no
 * number: a total is nice to have, and a wrong one is not).
 */
export async function countCustomers(
  access: AccountAccess,
  filters: CustomerFilters,
  signal?: AbortSignal,
): Promise<TotalAnswer> {
  requirePermission(access.viewer, 'customers:read')
  const parameters = { ...toParameters(filters), limit: '1', total: 'true' }
  const result = await dintero().get(access.account, ['customers', 'users'], parameters, wirePage, signal)
  if (!result.ok)
    throw result.failure.kind === 'bad_request'
      ? new ApiFailure({ code: 'invalid_query', message: 'Dintero does not accept this query.' })
      : toApiFailure(result.failure)
  const header = result.headers.get('total-count') ?? ''
  const total = /^\d{1,15}$/.test(header) ? Number(header) : null
  return { total }
}
