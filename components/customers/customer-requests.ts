import { queryOptions } from '@tanstack/react-query'
import type { CustomerFilters, CustomerQuery } from '@/lib/customers/customer-query'
import { serializeCustomerFilters, serializeCustomerQuery } from '@/lib/customers/customer-query'
import { fetchJson } from '@/lib/fetch-json'
import { routes } from '@/lib/routes'

/** Every call of the list and its key: the canonical text of the query. The schemas come with the first call. */
const schemas = () => import('@/lib/customers/customer')

export const customerRequests = {
  page: (accountId: string, query: CustomerQuery) => {
    const text = serializeCustomerQuery({ ...query })
    return queryOptions({
      queryKey: ['customers', accountId, text],
      queryFn: ({ signal }) =>
        fetchJson(
          routes.api.customers(accountId, text),
          schemas().then((all) => all.customerPageSchema),
          signal,
        ),
    })
  },

  total: (accountId: string, filters: CustomerFilters) => {
    const text = serializeCustomerFilters({ ...filters })
    return queryOptions({
      queryKey: ['customers-total', accountId, text],
      queryFn: ({ signal }) =>
        fetchJson(
          routes.api.customersTotal(accountId, text),
          schemas().then((all) => all.totalAnswerSchema),
          signal,
        ),
    })
  },

  tags: (accountId: string) =>
    queryOptions({
      queryKey: ['tags', accountId],
      queryFn: ({ signal }) =>
        fetchJson(
          routes.api.tags(accountId),
          schemas().then((all) => all.tagsAnswerSchema),
          signal,
        ),
    }),
}
