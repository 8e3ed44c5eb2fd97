import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/api/client'
import { routes } from '@/lib/api/routes'
import { auditSchema } from '@/lib/api/schemas'
import { type ActivityQuery, serializeActivityQuery } from '@/lib/audit/activity-query'

/** The queries for the activity, each with its key. */
export const activityQueries = {
  page: (accountId: string, query: ActivityQuery) => {
    const text = serializeActivityQuery({ ...query })
    return queryOptions({
      queryKey: ['activity', accountId, text],
      queryFn: ({ signal }) =>
        fetchJson(routes.api.activity(accountId, text), auditSchema('activityPageSchema'), signal),
    })
  },

  /** The audit events of one customer. Two sections of a record show them and fetch them once; a record that is opened later fetches them again. */
  ofCustomer: (accountId: string, customer: string) =>
    infiniteQueryOptions({
      queryKey: ['customer-activity', accountId, customer],
      queryFn: ({ signal, pageParam: before }) =>
        fetchJson(
          routes.api.activity(accountId, serializeActivityQuery({ customer, before })),
          auditSchema('activityPageSchema'),
          signal,
        ),
      initialPageParam: null as number | null,
      getNextPageParam: ({ next }) => next?.before,
      staleTime: 5_000,
    }),
}
