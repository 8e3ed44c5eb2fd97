import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/api/client'
import { routes } from '@/lib/api/routes'
import { customerSchema, recordSchema } from '@/lib/api/schemas'

/** The declarations of an account change rarely. */
const staleTime = 600_000

/** The queries about an account itself, each with its key. */
export const accountQueries = {
  tags: (accountId: string) =>
    queryOptions({
      queryKey: ['tags', accountId],
      queryFn: ({ signal }) => fetchJson(routes.api.tags(accountId), customerSchema('tagsAnswerSchema'), signal),
    }),

  settings: (accountId: string) =>
    queryOptions({
      queryKey: ['settings', accountId],
      queryFn: ({ signal }) =>
        fetchJson(routes.api.settings(accountId), customerSchema('settingsAnswerSchema'), signal),
      staleTime,
    }),

  term: (accountId: string, termId: string) =>
    queryOptions({
      queryKey: ['term', accountId, termId],
      queryFn: ({ signal }) => fetchJson(routes.api.term(accountId, termId), recordSchema('termAnswerSchema'), signal),
      staleTime,
    }),
}
