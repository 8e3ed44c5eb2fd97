'use client'

import { useQueryStates } from 'nuqs'
import { usePageHistory } from '@/components/list/page-history'
import { useList } from '@/components/list/use-list'
import { activityQueries } from '@/lib/api/queries/activity'
import { type ActivityFilters, activityQuery, serializeActivityQuery } from '@/lib/audit/activity-query'

const noFilters: ActivityFilters = { person: null, customer: null, kind: null, from: null, until: null }

const isEventId = (value: unknown) => typeof value === 'number'

/** The page of the activity that the URL requests, its filters, and the functions that change them. */
export function useActivity(accountId: string) {
  const [query, setQuery] = useQueryStates(activityQuery, { history: 'push', shallow: true })
  const filterParams = serializeActivityQuery({ ...query, before: null })
  const list = useList({
    query: activityQueries.page(accountId, query),
    context: filterParams,
    history: usePageHistory({
      storageKey: `activity pages ${accountId} ${filterParams}`,
      cursor: query.before,
      isCursor: isEventId,
    }),
    getNextCursor: ({ next }) => next?.before ?? null,
    goTo: (before) => void setQuery({ before }),
  })
  return {
    list,
    query,
    /** The search params of the filters alone. */
    filterParams,
    isFiltered: filterParams !== '',
    setFilters: (filters: Partial<ActivityFilters>) => void setQuery({ ...filters, before: null }),
    clearFilters: () => void setQuery({ ...noFilters, before: null }),
  }
}

export type Activity = ReturnType<typeof useActivity>
