'use client'

import { useQueryStates } from 'nuqs'
import { useMemo, useState } from 'react'
import {
  type FilterChange,
  firstPageCursor,
  type PageCursor,
  serializeListFilters,
  toListFilters,
  withFilters,
  withPage,
  withRecord,
  withScanOfChanges,
} from '@/components/customers/next-search-params'
import {
  type CustomerSearchParams,
  customerSearchParams,
  serializeCustomerSearchParams,
  toApiQuery,
} from '@/lib/customers/filters/customer-query'

type HistoryOption = { history?: 'push' | 'replace' }

/** The scan that the search params name, or null for a list that is read page by page. */
function toScan({ only, changed_at, was }: CustomerSearchParams) {
  if (only === 'deleted') return { kind: 'deleted' } as const
  if (changed_at !== null) return { kind: 'changed', changed_at } as const
  if (was !== null) return { kind: 'former', was } as const
  return null
}

/** The same object for as long as the filters are equal, so that memoized components skip a render. */
function useStableFilters(params: CustomerSearchParams) {
  const filters = toListFilters(params)
  const [stable, setStable] = useState(filters)
  if (serializeListFilters(stable) === serializeListFilters(filters)) return stable
  setStable(filters)
  return filters
}

/**
 * The URL of the list: the only state of what is queried and what is open, and the functions that change it. A function
 * that would leave the URL as it is adds nothing to the history.
 */
export function useCustomerUrl() {
  const [params, setParams] = useQueryStates(customerSearchParams, { history: 'push', shallow: true })
  const filters = useStableFilters(params)

  const actions = useMemo(() => {
    const update = (toNext: (current: CustomerSearchParams) => CustomerSearchParams, options?: HistoryOption) =>
      void setParams((current) => {
        const next = toNext(current)
        return serializeCustomerSearchParams(next) === serializeCustomerSearchParams(current) ? {} : next
      }, options)
    return {
      setFilters: (change: FilterChange, options?: HistoryOption) =>
        update((current) => withFilters(current, change), options),
      setPageSize: (limit: number) => update((current) => ({ ...withPage(current, firstPageCursor, 1), limit })),
      setPage: (cursor: Partial<PageCursor>, pageNumber: number) =>
        update((current) => withPage(current, cursor, pageNumber)),
      goToFirstPage: () => update((current) => withPage(current, firstPageCursor, 1)),
      scanChangesAt: (changed_at: string) => update((current) => withScanOfChanges(current, changed_at)),
      openRecord: (customerId: string | null, options?: HistoryOption) =>
        update((current) => withRecord(current, customerId), options),
    }
  }, [setParams])

  const { starting_after, by_word, since_moved, at } = params
  return {
    params,
    /** What is fetched from the API. */
    query: toApiQuery(params),
    filters,
    cursor: { starting_after, by_word, since_moved } as PageCursor,
    pageNumber: at,
    scan: toScan(params),
    ...actions,
  }
}

export type CustomerUrl = ReturnType<typeof useCustomerUrl>
