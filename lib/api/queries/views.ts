import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/api/client'
import { routes } from '@/lib/api/routes'
import { viewSchema } from '@/lib/api/schemas'

/** The views of an account that the person may open. */
export const viewQueries = {
  list: (accountId: string) =>
    queryOptions({
      queryKey: ['views', accountId],
      queryFn: ({ signal }) => fetchJson(routes.api.views(accountId), viewSchema('viewsAnswerSchema'), signal),
      // Other tabs and colleagues change them: each opening of the list looks again.
      staleTime: 0,
    }),
}
