'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FailureAction } from '@/components/ui/failure/failure-message'
import { failureText } from '@/components/ui/failure/failure-text'
import { RequestId } from '@/components/ui/failure/request-id'
import { useFailure } from '@/components/ui/failure/use-failure'
import { useIntl } from '@/components/ui/intl'

/** Where something of a record is on its way: two calm bars, as high as a line. */
export function QuerySkeleton() {
  const { t } = useIntl()
  return (
    <div role="status" className="flex h-[26px] items-center gap-1.5">
      <span className="sr-only">{t.record.readingPart}</span>
      <span className="h-2 w-14 rounded-tag bg-press" />
      <span className="h-2 w-20 rounded-tag bg-press" />
    </div>
  )
}

type PartQuery = Pick<UseQueryResult, 'error' | 'isSuccess' | 'errorUpdatedAt' | 'isFetching' | 'refetch'>
type PartFailureProps = { query: PartQuery; failed: string }

/** Says that a part could not be read and why, with a way to try again; nothing where it could. */
export function QueryFailure({ query, failed }: PartFailureProps) {
  const { t } = useIntl()
  const { isFetching, refetch } = query
  const failure = useFailure(query)
  if (!failure) return null
  const { error } = failure
  const { title, text } = failureText(t.errors, error)
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 print:hidden">
      <p className="min-w-0 text-text-2">
        {failed} {title} {error.code === 'upstream_forbidden' && text}
      </p>
      <FailureAction failure={failure} isTrying={isFetching} onRetry={() => void refetch({ cancelRefetch: false })} />
      <RequestId id={error.request_id} />
    </div>
  )
}

type PartProps<T> = { query: UseQueryResult<T>; failed: string; children: (data: T) => ReactNode }

/** A part of a record that comes by a call of its own: where it fails, the rest stays. */
export function QueryContent<T>({ query, failed, children }: PartProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <QueryFailure query={query} failed={failed} />
  // What no address can hold is not asked for.
  return query.fetchStatus === 'idle' ? null : <QuerySkeleton />
}
