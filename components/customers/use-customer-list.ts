'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import { firstPageCursor, type PageCursor, serializeListFilters } from '@/components/customers/next-search-params'
import { getNextCursor, getOverlap, toPageHistory, toPageQuery, toQueryText } from '@/components/customers/page-cursors'
import { toRows } from '@/components/customers/table/customer-row'
import { useCustomerUrl } from '@/components/customers/use-customer-url'
import { useMatchingContacts } from '@/components/customers/use-matching-contacts'
import type { EndedEarly } from '@/components/list/ended-early-strip'
import { usePageHistory } from '@/components/list/page-history'
import { useList } from '@/components/list/use-list'
import { customerQueries } from '@/lib/api/queries/customers'
import { serializeCustomerSearchParams } from '@/lib/customers/filters/customer-query'

const unreadScan = { kind: 'unread' } as const

/**
 * The page of customers that the URL requests, with the rows that it shows, its total and its other pages; none of
 * them while one of the `unread` params, which could not be understood, stands in the URL.
 */
export function useCustomerList(accountId: string, unread: readonly string[]) {
  const url = useCustomerUrl()
  const { params, query, filters, cursor, setPage } = url
  const given = useSearchParams()
  const [firstFilters] = useState(() => serializeListFilters(filters))
  // Until the person sets a filter or cleans the URL, no rows are those that it means.
  const isUnread = serializeListFilters(filters) === firstFilters && unread.some((name) => given.has(name))
  const scan = isUnread ? unreadScan : url.scan
  const queryClient = useQueryClient()
  const isFirstPage = cursor.starting_after === null && cursor.since_moved === null
  const queryText = toQueryText(params)
  const searchParams = serializeCustomerSearchParams({ ...params, record: null, section: null })

  const history = usePageHistory<PageCursor>(toPageHistory(accountId, params))
  const { search, limit } = query
  const { overlap } = history
  const isChanges = filters.since_datetime !== null
  const list = useList({
    query: { ...customerQueries.page(accountId, query), enabled: scan === null },
    context: useMemo(
      () => ({ search, limit, isChanges, overlap, queryText, searchParams }),
      [search, limit, isChanges, overlap, queryText, searchParams],
    ),
    history,
    getNextCursor,
    getOverlap,
    goTo: (to, pageNumber) => setPage(to ?? firstPageCursor, pageNumber ?? 1),
  })
  const { shown, page, pageNumber } = list

  const isByWord = page?.looked !== undefined
  // A first page without customers is counted already.
  const isNobody = isFirstPage && page?.customers.length === 0 && page.unreadable.length === 0 && page.next === null
  const totalQuery = useQuery({
    ...customerQueries.total(accountId, filters),
    // Dintero would count something else than what a search of several words finds.
    enabled: page !== null && !isNobody && !isByWord && scan === null,
  })
  // A scan counts what it finds itself: the total of a list from before is not its own.
  const total = isByWord || scan !== null ? null : isNobody ? 0 : totalQuery.data?.total

  const { explain, contacts } = useMatchingContacts(accountId, query, queryText, shown?.context.queryText ?? queryText)
  const { data: changed } = useQuery(customerQueries.changed(accountId))
  const rows = useMemo(() => {
    if (!shown) return []
    const repeated = new Set(shown.context.overlap)
    const customers = shown.page.customers.filter(({ customer_id }) => !repeated.has(customer_id))
    return toRows(customers, shown.context.search, contacts, shown.page.looked?.phrase, changed)
  }, [shown, contacts, changed])

  const isLastPage = typeof total === 'number' && pageNumber !== null && !isChanges && pageNumber * query.limit >= total
  const nextCursor = isLastPage ? null : list.nextCursor
  const nextPage = nextCursor && customerQueries.page(accountId, toPageQuery(query, nextCursor))
  // A person who has turned a page turns more of them. A search by word reads many customers for a page.
  useQuery({
    ...(nextPage ?? customerQueries.page(accountId, query)),
    enabled: nextPage !== null && !isFirstPage && !isByWord && scan === null,
    notifyOnChangeProps: [],
  })

  // A list that ends before its total is never shown as a whole one.
  const listed =
    page && list.nextCursor === null && pageNumber !== null && !isChanges
      ? (pageNumber - 1) * query.limit + page.customers.length + page.unreadable.length
      : null
  const lastId = page?.customers.at(-1)?.id
  const endedEarly: EndedEarly | null =
    listed !== null && typeof total === 'number' && listed < total
      ? {
          listed,
          total,
          onReadAgain: () => {
            list.retry()
            void totalQuery.refetch()
          },
          // The number of the page after the end is not known.
          onLookFurther: lastId === undefined ? null : () => setPage({ starting_after: lastId }, 1),
        }
      : null

  return {
    url,
    scan,
    paged: { ...list, nextCursor, next: nextCursor && list.next },
    rows,
    /** What is shown, which is not yet what is requested while the rows are stale. */
    shown: {
      searchParams: shown?.context.searchParams ?? searchParams,
      limit: shown?.context.limit ?? limit,
      isChanges: shown?.context.isChanges ?? isChanges,
      isByWord: shown?.page.looked !== undefined,
      total: shown && shown.context.queryText !== queryText ? undefined : total,
    },
    unreadable: shown?.page.unreadable ?? [],
    looked: page?.looked,
    unlisted: page?.unlisted,
    endedEarly,
    isFresh: page !== null,
    isFirstPage,
    total,
    explain,
    prefetchNext: () => {
      if (nextPage) void queryClient.prefetchQuery(nextPage)
    },
  }
}

export type CustomerList = ReturnType<typeof useCustomerList>
