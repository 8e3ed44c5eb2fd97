'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { customerQueries } from '@/lib/api/queries/customers'
import { type Alternative, isByWords } from '@/lib/customers/alternatives/find-alternatives'

/** How many customers an alternative has. `isAtLeast`: more follow on the next page of a search by several words. */
export type AlternativeCount =
  | { state: 'waiting'; count: () => void }
  | { state: 'counting'; stop: () => void }
  | { state: 'failed'; retry: () => void }
  | { state: 'counted'; count: number | null; isAtLeast: boolean }

/**
 * Counts the customers of an alternative, at once or when `count` is called. Dintero would count something else than what a
 * search by several words finds, so that is counted by its first page, of `pageSize` rows. People who see masked customers
 * get no count of a search: theirs is null, without a call.
 */
export function useAlternativeCount(alternative: Alternative, pageSize: number, isMasked: boolean): AlternativeCount {
  const { accountId, filters, isImpossible, isCountedAtOnce } = alternative
  const queryClient = useQueryClient()
  const [isRequested, setIsRequested] = useState(isCountedAtOnce)
  const isUncounted = isMasked && filters.search !== null
  const isPaged = filters.search !== null && isByWords(filters.search)
  const isEnabled = isRequested && !isImpossible && !isUncounted
  const page = customerQueries.page(accountId, { ...filters, limit: pageSize, starting_after: null, by_word: null })
  const total = customerQueries.total(accountId, filters)
  const paged = useQuery({ ...page, enabled: isEnabled && isPaged })
  const totalled = useQuery({ ...total, enabled: isEnabled && !isPaged })
  if (isUncounted) return { state: 'counted', count: null, isAtLeast: false }
  const { isFetching, isError, isSuccess, refetch } = isPaged ? paged : totalled
  if (!isRequested && !isSuccess) return { state: 'waiting', count: () => setIsRequested(true) }
  const { queryKey } = isPaged ? page : total
  const stop = () => {
    setIsRequested(false)
    void queryClient.cancelQueries({ queryKey })
  }
  if (isFetching) return { state: 'counting', stop }
  if (isError) return { state: 'failed', retry: () => void refetch() }
  if (!isPaged) return { state: 'counted', count: totalled.data?.total ?? null, isAtLeast: false }
  const found = paged.data ? paged.data.customers.length + paged.data.unreadable.length : null
  return { state: 'counted', count: found, isAtLeast: paged.data?.next != null }
}
