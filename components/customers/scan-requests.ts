import { queryOptions } from '@tanstack/react-query'
import { ask } from '@/lib/customers/ask'
import {
  type ChangedScan,
  type DeletedScan,
  serializeChangedScan,
  serializeDeletedScan,
} from '@/lib/customers/scan-query'
import { routes } from '@/lib/routes'

/** One step of a scan, and its key; a scan of changes is the one with `changed_at`. */
export function scanRequest(accountId: string, scan: DeletedScan | ChangedScan) {
  const address =
    'changed_at' in scan
      ? routes.api.customersChanged(accountId, serializeChangedScan({ ...scan }))
      : routes.api.customersDeleted(accountId, serializeDeletedScan({ ...scan }))
  return queryOptions({
    queryKey: ['customers-scan', address],
    queryFn: ({ signal }) => ask(address, (all) => all.customerScanSchema, signal),
  })
}
