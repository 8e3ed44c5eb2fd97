import { routes } from '@/lib/api/routes'
import { serializeActivityQuery } from '@/lib/audit/activity-query'
import { parseActivityQuery } from '@/lib/audit/parse-activity-query'
import { serializeCustomerFilters, withoutAccountFilters } from '@/lib/customers/filters/customer-query'
import { parseCustomerFilters } from '@/lib/customers/filters/parse-customer-query'

/**
 * The URL of this page in another account. The query stays except for cursor and tag, which belong to one account; a page
 * that another account has not got leads to the list.
 */
export function accountHref(current: string, accountId: string, { pathname, search }: Location): string {
  if (pathname === routes.sessions(current)) return routes.sessions(accountId)
  const params = new URLSearchParams(search)
  if (pathname === routes.activity(current)) {
    const { query } = parseActivityQuery(params)
    return routes.activity(accountId, serializeActivityQuery({ ...query, before: null }))
  }
  const { query } = parseCustomerFilters(params)
  return routes.customers(accountId, serializeCustomerFilters(withoutAccountFilters(query)))
}
