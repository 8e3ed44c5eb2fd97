'use client'

import { useState } from 'react'
import type { FailureReason } from '@/components/ui/failure/failure-text'

type IdentifiedReason = FailureReason & { request_id: string }

/** A failure that still lasts: its latest error, when it began (milliseconds since 1970), and the number of attempts. */
export type Failure<E = IdentifiedReason> = { error: E; since: number; attempts: number }

type QueryState<E> = { error: E | null; isSuccess: boolean; errorUpdatedAt: number }

/**
 * Returns the failure of a query from its first error until it succeeds. React Query clears the error while it fetches
 * again; this hook keeps it, and counts the attempts across different queries that fail for the same reason.
 */
export function useFailure<E extends IdentifiedReason>(query: QueryState<E>): Failure<E> | null {
  const { error, isSuccess, errorUpdatedAt } = query
  const [failure, setFailure] = useState<Failure<E> | null>(null)
  if (error && error !== failure?.error) {
    const isSameReason = failure?.error.code === error.code
    const { since, attempts } = failure && isSameReason ? failure : { since: errorUpdatedAt, attempts: 0 }
    setFailure({ error, since, attempts: attempts + 1 })
  } else if (isSuccess && failure) setFailure(null)
  return isSuccess ? null : failure
}
