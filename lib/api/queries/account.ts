import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/api/client'
import { routes } from '@/lib/api/routes'
import { settingsAnswerSchema, tagsAnswerSchema } from '@/lib/customers/model/customer'
import { termsAnswerSchema } from '@/lib/customers/model/record'

/** What an account declares changes seldom. */
const staleTime = 600_000

/** The queries about an account itself, each with its key. */
export const accountQueries = {
  tags: (accountId: string) =>
    queryOptions({
      queryKey: ['tags', accountId],
      queryFn: ({ signal }) => fetchJson(routes.api.tags(accountId), tagsAnswerSchema, signal),
    }),

  settings: (accountId: string) =>
    queryOptions({
      queryKey: ['settings', accountId],
      queryFn: ({ signal }) => fetchJson(routes.api.settings(accountId), settingsAnswerSchema, signal),
      staleTime,
    }),

  terms: (accountId: string) =>
    queryOptions({
      queryKey: ['terms', accountId],
      queryFn: ({ signal }) => fetchJson(routes.api.terms(accountId), termsAnswerSchema, signal),
      staleTime,
    }),
}
