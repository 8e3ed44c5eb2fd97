'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { customerRequests } from '@/components/customers/customer-requests'
import { toRows } from '@/components/customers/customer-row'
import { useCursorTrail } from '@/components/customers/use-cursor-trail'
import { firstPlace, type Place, useCustomerQuery } from '@/components/customers/use-customer-query'
import { useTrouble } from '@/components/ui/use-trouble'
import type { CustomerPage } from '@/lib/customers/customer'
import { largestLimit, serializeCustomerQuery } from '@/lib/customers/customer-query'

type Kept = { page: CustomerPage; search: string | null; readAt: number }

/** The place after a page, by what the page says of it. */
function placeAfter(next: CustomerPage['next']): Place | null {
  if (next === null) return null
  if ('since_datetime' in next) return { ...firstPlace, since_moved: next.since_datetime }
  return { ...firstPlace, starting_after: next.starting_after, by_word: next.by_word ?? null }
}

/** Those of a page that stand at the instant by which the next page begins, and so come again. */
function seamOf(page: CustomerPage): string[] {
  const since = page.next && 'since_datetime' in page.next ? page.next.since_datetime : null
  if (since === null) return []
  const atSeam = page.customers.filter(({ updated_at, deleted_at }) => (updated_at ?? deleted_at) === since)
  return atSeam.map(({ customer_id }) => customer_id)
}

/**
 * The list as the address asks for it: rows first, the total after them, and the rows that were there for as long as
 * newer ones load or fail. The key holds the whole query, so an older answer can never replace a newer one.
 */
export function useCustomerList(accountId: string) {
  const state = useCustomerQuery(accountId)
  const { query, filters, place, at, change, scan } = state
  const queryClient = useQueryClient()
  const request = customerRequests.page(accountId, query)
  const asked = useQuery({
    ...request,
    // What has failed is tried again by the person or by its clock, and not because the address has caught up with it.
    enabled: ({ state }) => scan === null && state.status !== 'error',
  })
  // A failure that is left is forgotten: whoever comes back to the question asks it anew.
  const [, , text] = request.queryKey
  useEffect(
    () => () =>
      queryClient.removeQueries({
        queryKey: ['customers', accountId, text],
        exact: true,
        predicate: ({ state }) => state.status === 'error' && state.data === undefined,
      }),
    [queryClient, accountId, text],
  )
  const trouble = useTrouble(asked)
  const isByWord = asked.data?.looked !== undefined
  const total = useQuery({
    ...customerRequests.total(accountId, filters),
    // What several words find is not what Dintero would count.
    enabled: asked.isSuccess && !isByWord && scan === null,
  })

  const [kept, setKept] = useState<Kept | null>(null)
  const fresh = asked.data ?? null
  if (fresh && kept?.page !== fresh) setKept({ page: fresh, search: query.search, readAt: asked.dataUpdatedAt })
  const shown = fresh ? { page: fresh, search: query.search, readAt: asked.dataUpdatedAt } : kept

  // Why a row is there, when asked: the contacts that the search finds may have brought it.
  const [explained, setExplained] = useState<string | null>(null)
  const asText = serializeCustomerQuery({ ...query, ...firstPlace, since_datetime: filters.since_datetime })
  const explain = useCallback(() => setExplained(asText), [asText])
  const matched = useQuery({
    ...customerRequests.page(accountId, { ...query, ...firstPlace, type: 'contact', limit: largestLimit }),
    enabled: explained === asText && query.search !== null,
  })
  const contacts = explained === asText ? matched.data?.customers : undefined
  const trail = useCursorTrail(accountId, asText, place, at)
  const seam = fresh ? trail.seam : null
  const rows = useMemo(() => {
    const customers = shown?.page.customers ?? []
    const unseen = seam?.size ? customers.filter(({ customer_id }) => !seam.has(customer_id)) : customers
    return toRows(unseen, shown?.page.looked?.by_word ?? shown?.search ?? null, contacts)
  }, [shown?.page, shown?.search, seam, contacts])

  const after = placeAfter(fresh?.next ?? null)
  // An address may hold a cursor without its ordinal: then nobody knows which page this is.
  const ordinal = trail.isFirst ? 1 : at >= 2 ? at : null
  const known = isByWord ? null : total.data?.total
  const isChanges = filters.since_datetime !== null
  const isLast = typeof known === 'number' && ordinal !== null && !isChanges && ordinal * query.limit >= known
  const next = after === null || isLast ? null : after

  return {
    ...state,
    rows,
    unreadable: shown?.page.unreadable ?? [],
    looked: fresh?.looked,
    unlisted: fresh?.unlisted,
    readAt: shown?.readAt ?? 0,
    hasRows: shown !== null && scan === null,
    isStale: shown !== null && fresh === null,
    isFresh: fresh !== null,
    trouble: scan === null ? trouble : null,
    isTrying: asked.isFetching,
    retry: () => void asked.refetch({ cancelRefetch: false }),
    explain,
    total: known,
    ordinal,
    isChanges,
    isFirstPage: trail.isFirst,
    previous: trail.previous && (() => void change.page(trail.previous?.place ?? {}, trail.previous?.at ?? 1)),
    next:
      next && fresh
        ? () => {
            const nextAt = (ordinal ?? 1) + 1
            trail.remember(nextAt, next, seamOf(fresh))
            void change.page(next, nextAt)
          }
        : null,
    prefetchNext: () => {
      if (next === null) return
      const { since_moved, ...cursor } = next
      const ahead = { ...query, ...cursor, since_datetime: since_moved ?? query.since_datetime }
      void queryClient.prefetchQuery(customerRequests.page(accountId, ahead))
    },
  }
}
