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
import {
  type ChangedScan,
  type DeletedScan,
  type FormerScan,
  serializeChangedScan,
  serializeDeletedScan,
  serializeFormerScan,
} from '@/lib/customers/filters/scan-query'

export type AnyScan = DeletedScan | ChangedScan | FormerScan

/** The first part of each key, to cancel or remove many queries at once. */
export const customerKeys = {
  pages: (accountId: string) => ['customers', accountId] as const,
  scans: ['customers-scan'] as const,
}

function scanUrl(accountId: string, scan: AnyScan): string {
  if ('was' in scan) return routes.api.customersFormer(accountId, serializeFormerScan({ ...scan }))
  if ('changed_at' in scan) return routes.api.customersChanged(accountId, serializeChangedScan({ ...scan }))
  return routes.api.customersDeleted(accountId, serializeDeletedScan({ ...scan }))
}

/** The queries for customers, each with its key: the canonical text of what is queried. */
export const customerQueries = {
  page: (accountId: string, query: CustomerQuery) => {
    const text = serializeCustomerQuery({ ...query })
    return queryOptions({
      queryKey: [...customerKeys.pages(accountId), text],
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

  /** One step of a scan; a scan of changes is the one with `changed_at`, of earlier ids the one with `was`. */
  scan: (accountId: string, scan: AnyScan) => {
    const url = scanUrl(accountId, scan)
    return queryOptions({
      queryKey: [...customerKeys.scans, url],
      queryFn: ({ signal }) => fetchJson(url, customerSchema('customerScanSchema'), signal),
    })
  },
}
