import 'server-only'
import type { TotalAnswer } from '@/lib/customers/customer'
import type { CustomerFilters } from '@/lib/customers/customer-query'
import { type AccountAccess, requirePermission } from '@/lib/server/account-access'
import { askTotal } from '@/lib/server/customers/ask-collection'
import { maskOf } from '@/lib/server/customers/mask'

/** How many customers the filters match; null where Dintero gives none. Throws `ApiFailure`. */
export async function countCustomers(
  access: AccountAccess,
  filters: CustomerFilters,
  signal?: AbortSignal,
): Promise<TotalAnswer> {
  requirePermission(access.viewer, 'customers:read')
  // How many a search finds tells of what is masked.
  if (filters.search !== null && (await maskOf(access)).isMasked) return { total: null }
  return { total: await askTotal(access, filters, signal) }
}
