import { queryOptions } from '@tanstack/react-query'
import { loadAtRest } from '@/components/ui/lazy-part'
import { type ActivityQuery, serializeActivityQuery } from '@/lib/activity/activity-query'
import { fetchJson } from '@/lib/fetch-json'
import { routes } from '@/lib/routes'

const loadActivity = loadAtRest(() => import('@/lib/activity/activity'))

/** The calls of the activity and their keys. */
export const activityRequests = {
  page: (accountId: string, query: ActivityQuery) => {
    const text = serializeActivityQuery({ ...query })
    return queryOptions({
      queryKey: ['activity', accountId, text],
      queryFn: ({ signal }) =>
        fetchJson(
          routes.api.activity(accountId, text),
          loadActivity().then((all) => all.activityPageSchema),
          signal,
        ),
    })
  },
}
