import { queryOptions } from '@tanstack/react-query'
import { ask } from '@/lib/customers/ask'
import {
  type CustomerFilters,
  type CustomerQuery,
  serializeCustomerFilters,
  serializeCustomerQuery,
} from '@/lib/customers/customer-query'
import { routes } from '@/lib/routes'

/** Every call of the list and its key: the canonical text of the query. */
export const customerRequests = {
  page: (accountId: string, query: CustomerQuery) => {
    const text = serializeCustomerQuery({ ...query })
    return queryOptions({
      queryKey: ['customers', accountId, text],
      queryFn: ({ signal }) => ask(routes.api.customers(accountId, text), (all) => all.customerPageSchema, signal),
    })
  },

  total: (accountId: string, filters: CustomerFilters) => {
    const text = serializeCustomerFilters({ ...filters })
    return queryOptions({
      queryKey: ['customers-total', accountId, text],
      queryFn: ({ signal }) => ask(routes.api.customersTotal(accountId, text), (all) => all.totalAnswerSchema, signal),
    })
  },

  tags: (accountId: string) =>
    queryOptions({
      queryKey: ['tags', accountId],
      queryFn: ({ signal }) => ask(routes.api.tags(accountId), (all) => all.tagsAnswerSchema, signal),
    }),

  settings: (accountId: string) =>
    queryOptions({
      queryKey: ['settings', accountId],
      queryFn: ({ signal }) => ask(routes.api.settings(accountId), (all) => all.settingsAnswerSchema, signal),
    }),
}
