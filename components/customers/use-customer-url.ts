'use client'

import { createLoader, useQueryStates } from 'nuqs'
import { useMemo, useState } from 'react'
import {
  type FilterChange,
  firstPageCursor,
  type PageCursor,
  serializeListFilters,
  withFilters,
  withPage,
  withRecord,
  withScanOfChanges,
  withView,
} from '@/components/customers/next-search-params'
import {
  type CustomerSearchParams,
  customerSearchParams,
  serializeCustomerSearchParams,
  toApiQuery,
  toListFilters,
} from '@/lib/customers/filters/customer-query'

const loadSearchParams = createLoader(customerSearchParams)

type HistoryOption = { history?: 'push' | 'replace' }

/** The scan that the search params name, or null for a list that is read page by page. */
function toScan({ only, changed_at, was }: CustomerSearchParams) {
  if (only === 'deleted') return { kind: 'deleted' } as const
  if (changed_at !== null) return { kind: 'changed', changed_at } as const
  if (was !== null) return { kind: 'former', was } as const
  return null
}

/** The same object for as long as its text is equal: nuqs makes several equal ones for one change of the URL. */
function useStable<T>(value: T, text: string): T {
  const [stable, setStable] = useState({ value, text })
  if (stable.text === text) return stable.value
  setStable({ value, text })
  return value
}

/** The params that differ in `next`: the others keep whatever a change beside this one gives them. */
const toChanges = (current: CustomerSearchParams, next: CustomerSearchParams): Partial<CustomerSearchParams> =>
  Object.fromEntries(
    Object.entries(next).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(current[name as keyof CustomerSearchParams]),
    ),
  )

/** The canonical text of the filters that the browser's address holds, which React may not have rendered yet. */
export const filtersInAddress = () => serializeListFilters(toListFilters(loadSearchParams(window.location.search)))

/**
 * The URL of the list: the only state of what is queried and what is open, and the functions that change it, each with a
 * promise for the moment at which the browser's address has the change. A function that would leave the URL as it is adds
 * nothing to the history. The same object while the URL requests the same.
 */
export function useCustomerUrl() {
  const [latestParams, setParams] = useQueryStates(customerSearchParams, { history: 'push', shallow: true })
  const params = useStable(latestParams, serializeCustomerSearchParams(latestParams))
  const latestFilters = toListFilters(params)
  const filters = useStable(latestFilters, serializeListFilters(latestFilters))

  const actions = useMemo(() => {
    const update = (toNext: (current: CustomerSearchParams) => CustomerSearchParams, options?: HistoryOption) =>
      setParams((current) => toChanges(current, toNext(current)), options)
    return {
      setFilters: (change: FilterChange, options?: HistoryOption) =>
        update((current) => withFilters(current, change), options),
      /** `query` holds the filters of the view as an address does. */
      openView: (view: string | null, query: string) =>
        update((current) => withView(current, view, toListFilters(loadSearchParams(query)))),
      setPageSize: (limit: number) => update((current) => ({ ...withPage(current, firstPageCursor, 1), limit })),
      setPage: (cursor: Partial<PageCursor>, pageNumber: number) =>
        update((current) => withPage(current, cursor, pageNumber)),
      goToFirstPage: () => update((current) => withPage(current, firstPageCursor, 1)),
      scanChangesAt: (changed_at: string) => update((current) => withScanOfChanges(current, changed_at)),
      openRecord: (customerId: string | null, options?: HistoryOption) =>
        update((current) => withRecord(current, customerId), options),
    }
  }, [setParams])

  return useMemo(() => {
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
  }, [params, filters, actions])
}

export type CustomerUrl = ReturnType<typeof useCustomerUrl>
