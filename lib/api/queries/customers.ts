import { queryOptions, skipToken } from '@tanstack/react-query'
import { fetchJson } from '@/lib/api/client'
import { routes } from '@/lib/api/routes'
import { customerSchema } from '@/lib/api/schemas'
import {
  type CustomerFilters,
  type CustomerQuery,
  serializeCustomerFilters,
  serializeCustomerQuery,
} from '@/lib/customers/filters/customer-query'

/** The queries for customers, each with its key: the canonical text of what is queried. */
export const customerQueries = {
  page: (accountId: string, query: CustomerQuery) => {
    const text = serializeCustomerQuery({ ...query })
    return queryOptions({
      queryKey: ['customers', accountId, text],
      queryFn: ({ signal }) =>
        fetchJson(routes.api.customers(accountId, text), customerSchema('customerPageSchema'), signal),
    })
  },

  /** Which of the shown customers have changed since they were loaded, and when. `watch-changes` writes it. */
  changed: (accountId: string) =>
    queryOptions<Record<string, number>>({ queryKey: ['changed-customers', accountId], queryFn: skipToken }),

  total: (accountId: string, filters: CustomerFilters) => {
    const text = serializeCustomerFilters({ ...filters })
    return queryOptions({
      queryKey: ['customers-total', accountId, text],
      queryFn: ({ signal }) =>
        fetchJson(routes.api.customersTotal(accountId, text), customerSchema('totalAnswerSchema'), signal),
    })
  },
}
