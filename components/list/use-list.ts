'use client'

import { keepPreviousData, type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PageHistory } from '@/components/list/page-history'
import { useFailure } from '@/components/ui/failure/use-failure'
import type { ApiError } from '@/lib/api/errors'

/** A page on the screen. */
type ShownPage<TPage, TContext> = {
  page: TPage
  context: TContext
  /** Its number in the list; null where that is not known. */
  pageNumber: number | null
  /** When the page was fetched, in milliseconds since 1970. */
  readAt: number
}

type ListOptions<TPage, TContext, TCursor, TKey extends QueryKey> = {
  /** The query of the requested page. */
  query: UseQueryOptions<TPage, ApiError, TPage, TKey>
  /** What the rows are rendered with besides their page, such as the search text; the same object while it is equal. */
  context: TContext
  history: PageHistory<TCursor>
  getNextCursor: (page: TPage) => TCursor | null
  /** The ids of a page that the next page repeats. */
  getOverlap?: (page: TPage) => string[]
  /** Puts a page into the URL; a null cursor is the first page. */
  goTo: (cursor: TCursor | null, pageNumber: number | null) => void
}

/**
 * A list of pages as the URL requests it. While another page is fetched, and when that fails, the rows of the page before
 * stay on the screen and are stale.
 */
export function useList<TPage, TContext, TCursor, TKey extends QueryKey>({
  query,
  context,
  history,
  getNextCursor,
  getOverlap = () => [],
  goTo,
}: ListOptions<TPage, TContext, TCursor, TKey>) {
  const result = useQuery({ ...query, placeholderData: keepPreviousData })
  const page = result.isSuccess && !result.isPlaceholderData ? result.data : null
  const failure = useFailure({
    error: result.error,
    errorUpdatedAt: result.errorUpdatedAt,
    isSuccess: page !== null,
  })

  // React Query drops the placeholder when the query fails, and does not report to which query the placeholder
  // belonged.
  const [stored, setStored] = useState<ShownPage<TPage, TContext> | null>(null)
  const readAt = result.dataUpdatedAt
  const { pageNumber, previous } = history
  const isStored =
    page === null ||
    (stored?.page === page &&
      stored.context === context &&
      stored.pageNumber === pageNumber &&
      stored.readAt === readAt)
  const shown = isStored ? stored : { page, context, pageNumber, readAt }
  if (!isStored) setStored(shown)

  const nextCursor = page && getNextCursor(page)
  return {
    /** The page on the screen; null where none has ever come. */
    shown,
    /** The requested page, once it has come. */
    page,
    isStale: result.isPlaceholderData || result.isError,
    readAt: shown?.readAt ?? 0,
    failure,
    isFetching: result.isFetching,
    retry: () => void result.refetch({ cancelRefetch: false }),
    /** The number of the page on the screen, which is not yet the requested one while the rows are stale. */
    pageNumber: shown ? shown.pageNumber : pageNumber,
    nextCursor,
    first: history.isFirst ? null : () => goTo(null, 1),
    previous: previous && (() => goTo(previous.cursor, previous.pageNumber)),
    next: page && nextCursor !== null ? () => goTo(nextCursor, history.addNext(nextCursor, getOverlap(page))) : null,
  }
}

/** What the states and the pager of a list need of it. */
export type List = Omit<ReturnType<typeof useList>, 'shown' | 'page' | 'nextCursor'> & { shown: object | null }
