'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { firstPageCursor, type PageCursor } from '@/components/customers/next-search-params'
import { getNextCursor, toPageQuery } from '@/components/customers/page-cursors'
import { useResumableTask } from '@/components/customers/scan/use-resumable-task'
import { toRows } from '@/components/customers/table/customer-row'
import { mostSorted } from '@/components/customers/whole/sort-limit'
import { customerQueries } from '@/lib/api/queries/customers'
import { type CustomerQuery, maxLimit } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerPage } from '@/lib/customers/model/customer'

type Loaded = {
  customers: Customer[]
  unreadable: CustomerPage['unreadable']
  /** How many calls that has taken; a page that this tab had already takes none. */
  calls: number
  /** Where the next page begins; null at the end of the list. */
  next: PageCursor | null
}

const nothing: Loaded = { customers: [], unreadable: [], calls: 0, next: firstPageCursor }

/** Loads all customers of a query, a page of a hundred after the other, as the pages of a list are: audited and limited alike. */
export function useWholeList(accountId: string, query: CustomerQuery) {
  const queryClient = useQueryClient()
  const task = useResumableTask(nothing, async function* (from, signal) {
    let loaded = from
    while (loaded.next !== null && loaded.customers.length < mostSorted) {
      const page = customerQueries.page(accountId, toPageQuery({ ...query, limit: maxLimit }, loaded.next))
      const stop = () => void queryClient.cancelQueries({ queryKey: page.queryKey })
      signal.addEventListener('abort', stop, { once: true })
      const knownAt = queryClient.getQueryState(page.queryKey)?.dataUpdatedAt
      const { customers, unreadable, ...rest } = await queryClient
        .fetchQuery(page)
        // A signal that aborts later must not cancel another fetch of this page.
        .finally(() => signal.removeEventListener('abort', stop))
      const known = new Set(loaded.customers.map(({ customer_id }) => customer_id))
      const isCall = queryClient.getQueryState(page.queryKey)?.dataUpdatedAt !== knownAt
      loaded = {
        customers: [...loaded.customers, ...customers.filter(({ customer_id }) => !known.has(customer_id))],
        unreadable: [...loaded.unreadable, ...unreadable],
        calls: loaded.calls + (isCall ? 1 : 0),
        next: getNextCursor({ customers, unreadable, ...rest }),
      }
      yield loaded
    }
  })
  const begin = useEffectEvent(() => task.start(nothing))
  useEffect(() => begin(), [])

  const { customers, next } = task.progress
  const rows = useMemo(() => toRows(customers, query.search), [customers, query.search])
  return { ...task, ...task.progress, rows, isWhole: next === null }
}
