'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { WayOut } from '@/components/ui/failure'
import { failureText } from '@/components/ui/failure-text'
import { useIntl } from '@/components/ui/intl'
import { RequestId } from '@/components/ui/request-id'
import { useTrouble } from '@/components/ui/use-trouble'

/** Where something of a record is on its way: two calm bars, as high as a line. */
export function PartSkeleton() {
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
export function PartFailure({ query, failed }: PartFailureProps) {
  const { t } = useIntl()
  const { isFetching, refetch } = query
  const trouble = useTrouble(query)
  if (!trouble) return null
  const { error } = trouble
  const { title, text } = failureText(t.errors, error)
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 print:hidden">
      <p className="min-w-0 text-text-2">
        {failed} {title} {error.code === 'upstream_forbidden' && text}
      </p>
      <WayOut trouble={trouble} isTrying={isFetching} onRetry={() => void refetch({ cancelRefetch: false })} />
      <RequestId id={error.request_id} />
    </div>
  )
}

type PartProps<T> = { query: UseQueryResult<T>; failed: string; children: (data: T) => ReactNode }

/** A part of a record that comes by a call of its own: where it fails, the rest stays. */
export function Part<T>({ query, failed, children }: PartProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <PartFailure query={query} failed={failed} />
  // What no address can hold is not asked for.
  return query.fetchStatus === 'idle' ? null : <PartSkeleton />
}
