'use client'

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useIsTabVisible } from '@/components/ui/page/use-is-tab-visible'

type PagedQuery = Pick<
  UseInfiniteQueryResult<InfiniteData<unknown>, unknown>,
  'data' | 'hasNextPage' | 'isFetching' | 'isError' | 'fetchNextPage'
>

/**
 * Fetches the pages after the first one, one at a time, while `isWanted` and while this tab is visible. A failure ends it
 * until a retry has succeeded.
 */
export function useEveryPage(query: PagedQuery, isWanted = true): void {
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query
  const pageCount = data?.pages.length ?? 0
  const isTabVisible = useIsTabVisible()
  const isNext = isWanted && isTabVisible && pageCount > 0 && hasNextPage && !isFetching && !isError
  useEffect(() => {
    // The count is what changes where React renders nothing between two pages.
    if (isNext && pageCount > 0) void fetchNextPage({ cancelRefetch: false })
  }, [isNext, pageCount, fetchNextPage])
}
