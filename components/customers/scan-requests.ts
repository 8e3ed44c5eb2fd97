import { queryOptions } from '@tanstack/react-query'
import { ask } from '@/lib/customers/ask'
import {
  type ChangedScan,
  type DeletedScan,
  type FormerScan,
  serializeChangedScan,
  serializeDeletedScan,
  serializeFormerScan,
} from '@/lib/customers/scan-query'
import { routes } from '@/lib/routes'

export type AnyScan = DeletedScan | ChangedScan | FormerScan

/** One step of a scan, and its key; a scan of changes is the one with `changed_at`, of earlier ids the one with `was`. */
export function scanRequest(accountId: string, scan: AnyScan) {
  const address =
    'was' in scan
      ? routes.api.customersFormer(accountId, serializeFormerScan({ ...scan }))
      : 'changed_at' in scan
        ? routes.api.customersChanged(accountId, serializeChangedScan({ ...scan }))
        : routes.api.customersDeleted(accountId, serializeDeletedScan({ ...scan }))
  return queryOptions({
    queryKey: ['customers-scan', address],
    queryFn: ({ signal }) => ask(address, (all) => all.customerScanSchema, signal),
  })
}
