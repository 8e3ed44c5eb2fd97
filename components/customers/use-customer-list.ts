'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { firstPageCursor, type PageCursor } from '@/components/customers/next-search-params'
import { toRows } from '@/components/customers/table/customer-row'
import { useCursorTrail } from '@/components/customers/use-cursor-trail'
import { useCustomerUrl } from '@/components/customers/use-customer-url'
import { useFailure } from '@/components/ui/failure/use-failure'
import { customerQueries } from '@/lib/api/queries/customers'
import { maxLimit, serializeCustomerQuery } from '@/lib/customers/filters/customer-query'
import type { CustomerPage } from '@/lib/customers/model/customer'

/** Rows as they came, and what is needed to draw them again. `seam`: who stands there only since pages of changes repeat it. */
type Shown = { page: CustomerPage; search: string | null; seam: ReadonlySet<string>; readAt: number }

/** The place after a page, by what the page says of it. */
function placeAfter(next: CustomerPage['next']): PageCursor | null {
  if (next === null) return null
  if ('since_datetime' in next) return { ...firstPageCursor, since_moved: next.since_datetime }
  return { ...firstPageCursor, starting_after: next.starting_after, by_word: next.by_word ?? null }
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
  const url = useCustomerUrl()
  const { query, filters, cursor: place, pageNumber: at, setPage, scan } = url
  const queryClient = useQueryClient()
  const request = customerQueries.page(accountId, query)
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
  const trouble = useFailure(asked)
  const isByWord = asked.data?.looked !== undefined
  const total = useQuery({
    ...customerQueries.total(accountId, filters),
    // What several words find is not what Dintero would count.
    enabled: asked.isSuccess && !isByWord && scan === null,
  })

  const asText = serializeCustomerQuery({ ...query, ...firstPageCursor, since_datetime: filters.since_datetime })
  const trail = useCursorTrail(accountId, asText, place, at)
  const fresh = asked.data ?? null
  const [kept, setKept] = useState<Shown | null>(null)
  const readAt = asked.dataUpdatedAt
  const isKept = fresh === null || (kept?.page === fresh && kept.seam === trail.seam && kept.readAt === readAt)
  const shown = isKept ? kept : { page: fresh, search: query.search, seam: trail.seam, readAt }
  if (!isKept) setKept(shown)

  // Why a row is there, when asked: the contacts that the search finds may have brought it.
  const [explained, setExplained] = useState<string | null>(null)
  const latest = useRef(asText)
  useEffect(() => {
    latest.current = asText
  }, [asText])
  const explain = useCallback(() => setExplained(latest.current), [])
  const matched = useQuery({
    ...customerQueries.page(accountId, { ...query, ...firstPageCursor, type: 'contact', limit: maxLimit }),
    enabled: explained === asText && query.search !== null,
  })
  const contacts = explained === asText ? matched.data?.customers : undefined
  const rows = useMemo(() => {
    if (!shown) return []
    const { page, search, seam } = shown
    const unseen = seam.size > 0 ? page.customers.filter(({ customer_id }) => !seam.has(customer_id)) : page.customers
    return toRows(unseen, page.looked?.by_word ?? search, contacts)
  }, [shown, contacts])

  const after = placeAfter(fresh?.next ?? null)
  // An address may hold a cursor without its ordinal: then nobody knows which page this is.
  const ordinal = trail.isFirst ? 1 : at >= 2 ? at : null
  const known = isByWord ? null : total.data?.total
  const isChanges = filters.since_datetime !== null
  const isLast = typeof known === 'number' && ordinal !== null && !isChanges && ordinal * query.limit >= known
  const next = after === null || isLast ? null : after

  // A list that ends before its total does: half a list is never shown as a whole one.
  const listed =
    fresh && after === null && ordinal !== null && !isChanges
      ? (ordinal - 1) * query.limit + fresh.customers.length + fresh.unreadable.length
      : null
  const lastId = fresh?.customers.at(-1)?.id
  const endedEarly = listed !== null &&
    typeof known === 'number' &&
    listed < known && {
      listed,
      total: known,
      readAgain: () => {
        void asked.refetch()
        void total.refetch()
      },
      // From there on nobody knows which page it is.
      lookFurther: lastId === undefined ? null : () => setPage({ starting_after: lastId }, 1),
    }

  return {
    ...url,
    endedEarly,
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
    previous: trail.previous && (() => setPage(trail.previous?.place ?? {}, trail.previous?.at ?? 1)),
    next:
      next && fresh
        ? () => {
            const nextAt = ordinal === null ? 1 : ordinal + 1
            trail.remember(nextAt, next, seamOf(fresh))
            setPage(next, nextAt)
          }
        : null,
    prefetchNext: () => {
      if (next === null) return
      const { since_moved, ...cursor } = next
      const ahead = { ...query, ...cursor, since_datetime: since_moved ?? query.since_datetime }
      void queryClient.prefetchQuery(customerQueries.page(accountId, ahead))
    },
  }
}
