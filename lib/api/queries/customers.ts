import { queryOptions } from '@tanstack/react-query'
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

  total: (accountId: string, filters: CustomerFilters) => {
    const text = serializeCustomerFilters({ ...filters })
    return queryOptions({
      queryKey: ['customers-total', accountId, text],
      queryFn: ({ signal }) =>
        fetchJson(routes.api.customersTotal(accountId, text), customerSchema('totalAnswerSchema'), signal),
    })
  },
}
