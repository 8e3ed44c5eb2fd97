'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useActivityTrail } from '@/components/activity/use-activity-trail'
import { useFailure } from '@/components/ui/failure/use-failure'
import { activityQueries } from '@/lib/api/queries/activity'
import { type ActivityFilters, activityQuery, serializeActivityQuery } from '@/lib/audit/activity-query'
import type { ActivityPage } from '@/lib/audit/audit-event'

const noFilters: ActivityFilters = { person: null, customer: null, kind: null, from: null, until: null }

/** The activity as the address asks for it; the rows that were there stay while others load or fail. */
export function useActivity(accountId: string) {
  const [query, set] = useQueryStates(activityQuery, { history: 'push', shallow: true })
  const asked = useQuery(activityQueries.page(accountId, query))
  const trouble = useFailure(asked)
  const [kept, setKept] = useState<{ page: ActivityPage; readAt: number } | null>(null)
  const fresh = asked.data
  if (fresh && kept?.page !== fresh) setKept({ page: fresh, readAt: asked.dataUpdatedAt })

  const filters = serializeActivityQuery({ ...query, before: null })
  const { at, previous, remember } = useActivityTrail(accountId, filters, query.before)
  const next = fresh?.next?.before
  const goTo = (before: number | null) => void set({ before })
  return {
    query,
    /** The canonical text of the filters alone. */
    filters,
    filter: (change: Partial<ActivityFilters>) => void set({ ...change, before: null }),
    clear: () => void set({ ...noFilters, before: null }),
    isFiltered: filters !== '',
    page: fresh ?? kept?.page ?? null,
    readAt: kept?.readAt ?? 0,
    isStale: !fresh,
    trouble,
    isTrying: asked.isFetching,
    retry: () => void asked.refetch({ cancelRefetch: false }),
    at,
    onFirst: query.before === null ? null : () => goTo(null),
    onPrevious: previous === undefined ? null : () => goTo(previous),
    onNext:
      next === undefined
        ? null
        : () => {
            remember(next)
            goTo(next)
          },
  }
}

export type Activity = ReturnType<typeof useActivity>
