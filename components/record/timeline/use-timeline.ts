'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useRecordSettings } from '@/components/record/record-settings'
import { activityQueries } from '@/lib/api/queries/activity'
import { changeQueries } from '@/lib/api/queries/changes'
import { consentHistory, toTimeline } from '@/lib/customers/changes/timeline'
import type { Customer } from '@/lib/customers/model/customer'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'

/** The time of the last one of a list that goes on: older ones are not all there yet. */
const loadedSince = (hasMore: boolean, last: { at: string } | undefined) => (hasMore ? (last?.at ?? '') : '')

/**
 * What is known of a customer as far as it was loaded, and how to load older entries. Who has looked belongs to it for those
 * who see the activity, by the query of that section.
 */
export function useTimeline(accountId: string, customer: Customer) {
  const { mayReadActivity } = useRecordSettings()
  const { customer_id } = customer
  const query = useInfiniteQuery(changeQueries.ofCustomer(accountId, customer_id))
  const activity = useInfiniteQuery({
    ...activityQueries.ofCustomer(accountId, customer_id),
    enabled: mayReadActivity && canBeCustomerId(customer_id),
  })
  const changes = query.data?.pages.flatMap((page) => page.changes) ?? []
  const looked = activity.data?.pages.flatMap((page) => page.events) ?? []
  const since = [
    loadedSince(query.hasNextPage, changes.at(-1)),
    loadedSince(activity.hasNextPage, looked.at(-1)),
  ].sort()[1]
  const first = query.data?.pages[0]
  return {
    query,
    isOn: first?.is_on ?? false,
    since: first?.since ?? null,
    consent: consentHistory(customer, changes),
    entries: toTimeline({ customer, changes, looked }).filter(({ at }) => at >= (since ?? '')),
    isFetching: query.isFetching || activity.isFetching,
    showOlder:
      query.hasNextPage || activity.hasNextPage
        ? () => {
            if (query.hasNextPage) void query.fetchNextPage()
            if (activity.hasNextPage) void activity.fetchNextPage()
          }
        : null,
  }
}
