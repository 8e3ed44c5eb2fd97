import { queryOptions } from '@tanstack/react-query'
import { ask } from '@/lib/customers/ask'
import {
  type ChangedScan,
  type CustomerFilters,
  type CustomerQuery,
  type DeletedScan,
  serializeChangedScan,
  serializeCustomerFilters,
  serializeCustomerQuery,
  serializeDeletedScan,
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

  /** One step of a scan; a scan of changes is the one with `changed_at`. */
  scan: (accountId: string, scan: DeletedScan | ChangedScan) => {
    const address =
      'changed_at' in scan
        ? routes.api.customersChanged(accountId, serializeChangedScan({ ...scan }))
        : routes.api.customersDeleted(accountId, serializeDeletedScan({ ...scan }))
    return queryOptions({
      queryKey: ['customers-scan', address],
      queryFn: ({ signal }) => ask(address, (all) => all.customerScanSchema, signal),
    })
  },
}
