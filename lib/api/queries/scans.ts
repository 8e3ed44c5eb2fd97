import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/api/client'
import type { ApiError } from '@/lib/api/errors'
import { routes } from '@/lib/api/routes'
import { customerSchema } from '@/lib/api/schemas'
import {
  type ChangedScan,
  type DeletedScan,
  type FormerScan,
  serializeChangedScan,
  serializeDeletedScan,
  serializeFormerScan,
} from '@/lib/customers/filters/scan-query'

export type AnyScan = DeletedScan | ChangedScan | FormerScan

/** The first part of each key, to cancel all scans at once. */
export const scansKey = ['customers-scan'] as const

/** Without this check, an upstream whose cursors lead back to an earlier page would be scanned for ever. */
export const cursorRepeats: ApiError = {
  code: 'upstream_invalid',
  message: 'The list leads back to where it was.',
  request_id: '',
}

function scanUrl(accountId: string, scan: AnyScan): string {
  if ('was' in scan) return routes.api.customersFormer(accountId, serializeFormerScan({ ...scan }))
  if ('changed_at' in scan) return routes.api.customersChanged(accountId, serializeChangedScan({ ...scan }))
  return routes.api.customersDeleted(accountId, serializeDeletedScan({ ...scan }))
}

/** One step of a scan, with its key; a scan of changes is the one with `changed_at`, of earlier ids the one with `was`. */
export function scanQuery(accountId: string, scan: AnyScan) {
  const url = scanUrl(accountId, scan)
  return queryOptions({
    queryKey: [...scansKey, url],
    queryFn: ({ signal }) => fetchJson(url, customerSchema('customerScanSchema'), signal),
  })
}
