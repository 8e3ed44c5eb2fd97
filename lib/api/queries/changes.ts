import { infiniteQueryOptions } from '@tanstack/react-query'
import { aroundRoutes } from '@/lib/api/around-routes'
import { fetchJson } from '@/lib/api/client'
import { changesAnswerSchema } from '@/lib/customers/changes/change'
import { serializeChangesQuery } from '@/lib/customers/changes/changes-query'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'

/** The queries for what Dintero has reported of customers. */
export const changeQueries = {
  ofCustomer: (accountId: string, customerId: string) =>
    infiniteQueryOptions({
      queryKey: ['customer-changes', accountId, customerId],
      queryFn: ({ signal, pageParam: before }) =>
        fetchJson(
          aroundRoutes.changes(accountId, customerId, serializeChangesQuery({ before })),
          async () => changesAnswerSchema,
          signal,
        ),
      initialPageParam: null as number | null,
      getNextPageParam: ({ next }) => next?.before,
      enabled: canBeCustomerId(customerId),
      staleTime: 0,
    }),
}
