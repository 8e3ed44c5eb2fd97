'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { customerRequests } from '@/components/customers/customer-requests'
import { toRows } from '@/components/customers/customer-row'
import { useCursorTrail } from '@/components/customers/use-cursor-trail'
import { useCustomerQuery } from '@/components/customers/use-customer-query'
import type { CustomerPage } from '@/lib/customers/customer'
import { filtersOf } from '@/lib/customers/customer-query'

type Kept = { page: CustomerPage; search: string | null; readAt: number }

/**
 * The list as the address asks for it: rows first, the total after them, and the rows that were there for as long as
 * newer ones load or fail. The key holds the whole query, so an older answer can never replace a newer one.
 */
export function useCustomerList(accountId: string) {
  const { query, record, at, change } = useCustomerQuery()
  const queryClient = useQueryClient()
  const asked = useQuery(customerRequests.page(accountId, query))
  const total = useQuery({
    ...customerRequests.total(accountId, filtersOf(query)),
    enabled: asked.isSuccess,
  })

  const [kept, setKept] = useState<Kept | null>(null)
  const fresh = asked.data ?? null
  if (fresh && kept?.page !== fresh) setKept({ page: fresh, search: query.search, readAt: asked.dataUpdatedAt })
  const shown = fresh ? { page: fresh, search: query.search, readAt: asked.dataUpdatedAt } : kept
  const rows = useMemo(() => toRows(shown?.page.customers ?? [], shown?.search ?? null), [shown?.page, shown?.search])

  const previous = useCursorTrail(accountId, query, at)
  const next = fresh?.next && 'starting_after' in fresh.next ? fresh.next.starting_after : null
  // An address may hold a cursor without its ordinal: then nobody knows which page this is.
  const ordinal = query.starting_after === null ? 1 : at >= 2 ? at : null
  const isLast = typeof total.data?.total === 'number' && ordinal !== null && ordinal * query.limit >= total.data.total

  return {
    query,
    record,
    at,
    change,
    rows,
    unreadable: shown?.page.unreadable ?? [],
    readAt: shown?.readAt ?? 0,
    hasRows: shown !== null,
    isStale: shown !== null && fresh === null,
    error: asked.error,
    retry: () => void asked.refetch(),
    total: total.data?.total,
    ordinal,
    isFirstPage: query.starting_after === null,
    previous: previous && (() => void change.page(previous.starting_after, previous.at)),
    next: next === null || isLast ? null : () => void change.page(next, (ordinal ?? 1) + 1),
    prefetchNext: () => {
      if (next !== null && !isLast)
        void queryClient.prefetchQuery(customerRequests.page(accountId, { ...query, starting_after: next }))
    },
  }
}
