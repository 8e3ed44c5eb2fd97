'use client'

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { QueryFailure, QuerySkeleton } from '@/components/record/facts/query-content'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { type Plural, plural } from '@/lib/messages/messages'

type PagesEndProps = {
  query: UseInfiniteQueryResult<InfiniteData<{ unreadable: number }>>
  what: string
  failed: string
  /** How many entries break the contract. */
  unreadable: Plural
  /** What the button of the next page says. */
  more: string
}

/** The end of a list that is read page by page: what could not be read, the next page, and that it is loading or has failed. */
export function PagesEnd({ query, what, failed, unreadable, more }: PagesEndProps) {
  const { t, locale } = useIntl()
  const { data, hasNextPage, isFetching, fetchNextPage } = query
  const count = data?.pages.reduce((sum, page) => sum + page.unreadable, 0) ?? 0
  return (
    <>
      {count > 0 && <p className="text-text-2">{plural(unreadable, count, locale)}</p>}
      {data && hasNextPage && (
        <Button size="small" aria-busy={isFetching} className="my-1 print:hidden" onClick={() => void fetchNextPage()}>
          {isFetching ? t.record.readingPart : more}
        </Button>
      )}
      {!data && isFetching && <QuerySkeleton what={what} />}
      <QueryFailure query={query} failed={failed} />
    </>
  )
}
