'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { useResumableTask } from '@/components/customers/scan/use-resumable-task'
import { toRows } from '@/components/customers/table/customer-row'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { type AnyScan, cursorRepeats, scanQuery, scansKey } from '@/lib/api/queries/scans'
import type { CustomerFilters } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerScan } from '@/lib/customers/model/customer'
import { readSessionItem, writeSessionItem } from '@/lib/session-storage'

export type Scan = NonNullable<CustomerUrl['scan']>

type Progress = {
  /** The scan that has made this progress. */
  key: string
  found: Customer[]
  unreadable: CustomerScan['unreadable']
  looked: number
  /** Where the scan continues; null at the end of the list. */
  cursor: string | null
  isDone: boolean
}

const noProgress = (key: string): Progress => ({
  key,
  found: [],
  unreadable: [],
  looked: 0,
  cursor: null,
  isDone: false,
})

/** The scan pauses after this many matches, since a person does not read thousands of rows. */
const findsPerRun = 100

/** The progress that this tab has stored, so that a scan continues after a reload. */
function readProgress(key: string): Progress {
  const { found, looked, cursor }: Partial<Record<string, unknown>> = { ...(readSessionItem(key) ?? {}) }
  const isProgress =
    Array.isArray(found) &&
    found.every((one) => typeof one?.customer_id === 'string' && typeof one.deleted_at === 'string') &&
    typeof looked === 'number' &&
    (typeof cursor === 'string' || cursor === null)
  return isProgress ? { ...noProgress(key), found, looked, cursor, isDone: cursor === null } : noProgress(key)
}

function toRequest(scan: Scan, filters: CustomerFilters): AnyScan {
  const { type, search } = filters
  if (scan.kind === 'deleted') return { starting_after: null, type, search }
  if (scan.kind === 'former') return { starting_after: null, was: scan.was }
  return { ...filters, starting_after: null, changed_at: scan.changed_at }
}

/** Reads the whole list, page by page, for what no filter of Dintero's finds, and returns what it has found so far. */
export function useCustomerScan(accountId: string, filters: CustomerFilters, scan: Scan) {
  const queryClient = useQueryClient()
  const request = toRequest(scan, filters)
  const key = `scan ${scan.kind} ${scanQuery(accountId, request).queryKey[1]}`

  const task = useResumableTask(noProgress(key), async function* (from, signal) {
    signal.addEventListener('abort', () => void queryClient.cancelQueries({ queryKey: scansKey }))
    let progress = from
    const cursors = new Set([from.cursor])
    while (!progress.isDone && progress.found.length < from.found.length + findsPerRun) {
      const step = await queryClient.fetchQuery(scanQuery(accountId, { ...request, starting_after: progress.cursor }))
      const cursor = step.next?.starting_after ?? null
      progress = {
        key,
        found: [...progress.found, ...step.customers],
        unreadable: [...progress.unreadable, ...step.unreadable],
        looked: progress.looked + step.looked,
        cursor,
        isDone: cursor === null,
      }
      yield progress
      if (cursor !== null && cursors.has(cursor)) throw cursorRepeats
      cursors.add(cursor)
      // Only deleted customers are stored: nothing personal is left in them.
      if (scan.kind === 'deleted') writeSessionItem(key, { found: progress.found, looked: progress.looked, cursor })
    }
  })

  const begin = useEffectEvent((scanKey: string) => {
    const stored = readProgress(scanKey)
    // A scan that was going on before a reload waits until the person resumes it.
    if (stored.looked === 0) task.start(stored)
    else task.reset(stored)
  })
  useEffect(() => begin(key), [key])

  const progress = task.progress.key === key ? task.progress : noProgress(key)
  const rows = useMemo(() => toRows(progress.found, filters.search), [progress.found, filters.search])
  return { ...task, ...progress, rows }
}
