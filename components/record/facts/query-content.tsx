'use client'

import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FailureAction } from '@/components/ui/failure/failure-message'
import { failureText } from '@/components/ui/failure/failure-text'
import { RequestId } from '@/components/ui/failure/request-id'
import { useFailure } from '@/components/ui/failure/use-failure'
import { useIntl } from '@/components/ui/intl'
import { useIsSlow } from '@/components/ui/waiting/use-is-slow'
import { fill } from '@/lib/messages/messages'

/** Mounted while `what` is fetched: says so after two seconds. */
export function SlowPart({ what }: { what: string }) {
  const { t } = useIntl()
  return useIsSlow() && <span className="text-12 text-text-2">{fill(t.waiting.part, { what })}</span>
}

/** Stands in place of content that is being fetched: two bars in the height of a line, and after a while what it is. */
export function QuerySkeleton({ what }: { what: string }) {
  const { t } = useIntl()
  return (
    <div role="status" className="flex h-6.5 items-center gap-1.5">
      <span className="sr-only">{t.record.readingPart}</span>
      <SlowPart what={what} />
      <span className="h-2 w-14 rounded-tag bg-press" />
      <span className="h-2 w-20 rounded-tag bg-press" />
    </div>
  )
}

type QueryState = Pick<UseQueryResult, 'error' | 'isSuccess' | 'errorUpdatedAt' | 'isFetching' | 'refetch'> &
  Partial<Pick<UseInfiniteQueryResult, 'isFetchNextPageError' | 'fetchNextPage'>>
type QueryFailureProps = { query: QueryState; failed: string }

/** Shows why a query failed, with a retry; nothing while it has not failed. */
export function QueryFailure({ query, failed }: QueryFailureProps) {
  const { t } = useIntl()
  // Of a list that is read page by page, only the page that failed is fetched again.
  const { isFetching, refetch, isFetchNextPageError, fetchNextPage } = query
  const retry = isFetchNextPageError && fetchNextPage ? fetchNextPage : refetch
  const failure = useFailure(query)
  if (!failure) return null
  const { error } = failure
  const { title, text } = failureText(t.errors, error)
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 print:hidden">
      <p className="min-w-0 text-text-2">
        {[failed, title, ...(error.code === 'upstream_forbidden' ? [text] : [])].join(' ')}
      </p>
      <FailureAction failure={failure} isTrying={isFetching} onRetry={() => void retry({ cancelRefetch: false })} />
      <RequestId id={error.request_id} />
    </div>
  )
}

type QueryContentProps<T> = { query: UseQueryResult<T>; what: string; failed: string; children: (data: T) => ReactNode }

/** Content that has a query of its own: when it fails, the rest of the record is still shown. */
export function QueryContent<T>({ query, what, failed, children }: QueryContentProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <QueryFailure query={query} failed={failed} />
  // A query is idle when it is disabled: there is no URL for this customer id.
  return query.fetchStatus === 'idle' ? null : <QuerySkeleton what={what} />
}
