'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { toRows } from '@/components/customers/table/customer-row'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import type { ApiError } from '@/lib/api/errors'
import { type AnyScan, customerKeys, customerQueries } from '@/lib/api/queries/customers'
import type { CustomerFilters } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerScan } from '@/lib/customers/model/customer'

type Progress = {
  found: Customer[]
  unreadable: CustomerScan['unreadable']
  looked: number
  /** Where it goes on; null at the end of the list. */
  cursor: string | null
  isDone: boolean
}

const start: Progress = { found: [], unreadable: [], looked: 0, cursor: null, isDone: false }

/** It rests after so many more finds, and goes on when asked: nobody reads thousands of rows. */
const restAfterFinds = 100

/** What this tab has found so far: it goes on from there after a reload. */
function kept(key: string): Progress {
  try {
    const { found, looked, cursor }: Partial<Record<string, unknown>> = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    const isKept =
      Array.isArray(found) &&
      found.every((one) => typeof one?.customer_id === 'string' && typeof one.deleted_at === 'string') &&
      typeof looked === 'number' &&
      (typeof cursor === 'string' || cursor === null)
    return isKept ? { ...start, found, looked, cursor, isDone: cursor === null } : start
  } catch {
    return start
  }
}

/** Only tombstones are kept: nothing personal is left in them. */
function keep(key: string, { found, looked, cursor }: Progress): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ found, looked, cursor }))
  } catch {
    // A full storage costs the way back after a reload, and nothing else.
  }
}

/** An upstream whose list leads back to where it was: it would be walked for ever. */
const comesBack: ApiError = {
  code: 'upstream_invalid',
  message: 'The list leads back to where it was.',
  request_id: '',
}

export type Scan = NonNullable<CustomerUrl['scan']>

/** Walks the whole list for what no filter of Dintero's finds, step by step, and shows what it finds as it comes. */
export function useCustomerScan(accountId: string, filters: CustomerFilters, scan: Scan) {
  const queryClient = useQueryClient()
  const { type, search } = filters
  const request: AnyScan =
    scan.kind === 'deleted'
      ? { starting_after: null, type, search }
      : scan.kind === 'former'
        ? { starting_after: null, was: scan.was }
        : { ...filters, starting_after: null, changed_at: scan.changed_at }
  const key = `scan ${scan.kind} ${customerQueries.scan(accountId, request).queryKey[1]}`

  const [state, setState] = useState<{ key: string; progress: Progress }>({ key: '', progress: start })
  const [isRunning, setIsRunning] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const run = useRef(0)

  const go = useEffectEvent(async (from: Progress) => {
    const mine = ++run.current
    setIsRunning(true)
    setError(null)
    let progress = from
    const cursors = new Set([from.cursor])
    try {
      while (!progress.isDone && progress.found.length < from.found.length + restAfterFinds) {
        const step = await queryClient.fetchQuery(
          customerQueries.scan(accountId, { ...request, starting_after: progress.cursor }),
        )
        if (run.current !== mine) return
        progress = {
          found: [...progress.found, ...step.customers],
          unreadable: [...progress.unreadable, ...step.unreadable],
          looked: progress.looked + step.looked,
          cursor: step.next?.starting_after ?? null,
          isDone: step.next === null,
        }
        setState({ key, progress })
        if (progress.cursor !== null && cursors.has(progress.cursor)) throw comesBack
        cursors.add(progress.cursor)
        if (scan.kind === 'deleted') keep(key, progress)
      }
    } catch (thrown) {
      // What a request of ours throws is an ApiError, a cancelled one apart.
      if (run.current === mine) setError(thrown as ApiError)
    }
    if (run.current === mine) setIsRunning(false)
  })
  const stop = () => {
    run.current++
    setIsRunning(false)
    void queryClient.cancelQueries({ queryKey: customerKeys.scans })
  }

  useEffect(() => {
    const progress = kept(key)
    setState({ key, progress })
    // After a reload it waits to be asked: it had its rest.
    if (progress.looked === 0) void go(progress)
    return () => {
      run.current++
      setIsRunning(false)
      void queryClient.cancelQueries({ queryKey: customerKeys.scans })
    }
  }, [key, queryClient])

  const progress = state.key === key ? state.progress : start
  const rows = useMemo(() => toRows(progress.found, search), [progress.found, search])
  return { ...progress, rows, isRunning, error, stop, goOn: () => void go(progress) }
}
