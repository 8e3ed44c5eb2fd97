import 'server-only'
import type { CustomerFilters } from '@/lib/customers/filters/customer-query'
import { activeFilters } from '@/lib/customers/filters/customer-query'
import type { TotalAnswer } from '@/lib/customers/model/customer'
import { wordsOf } from '@/lib/customers/model/match'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { inOtherApostrophes } from '@/lib/server/customers/fetch/apostrophes'
import { fetchCustomerTotal } from '@/lib/server/customers/fetch/collection'
import { getMask } from '@/lib/server/customers/fetch/mask'

/** The number of customers that the filters match, or null when Dintero gives none. Throws `ApiFailure`. */
export async function fetchCustomerCount(
  access: AccountAccess,
  filters: CustomerFilters,
  signal?: AbortSignal,
): Promise<TotalAnswer> {
  requirePermission(access.viewer, 'customers:read')
  // For a filter that matches masked values, the number would reveal them.
  const isRevealing = activeFilters(filters).some(({ findsByMaskedPart }) => findsByMaskedPart)
  if (isRevealing && (await getMask(access)).isMasked) return { total: null }
  // Dintero does not count what a search finds word by word.
  if (filters.match === 'words' && wordsOf(filters.search ?? '').length > 1) return { total: null }
  const total = await fetchCustomerTotal(access, filters, signal)
  const search = inOtherApostrophes(filters.search)
  const others = search === null ? 0 : await fetchCustomerTotal(access, { ...filters, search }, signal)
  return { total: total === null || others === null ? null : total + others }
}
