import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/api/client'
import { routes } from '@/lib/api/routes'
import {
  type ExportAction,
  type ExportRequest,
  exportBegunSchema,
  exportChangedSchema,
  exportListSchema,
} from '@/lib/exports'

/** The exports of the person in an account: the query, and the calls that change one. Each call throws an `ApiError`. */

const json = (method: 'POST' | 'PATCH', body: object): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

/** How often one that is under way is looked at. */
const pollMs = 1_000

export const exportQueries = {
  list: (accountId: string) =>
    queryOptions({
      queryKey: ['exports', accountId],
      queryFn: ({ signal }) => fetchJson(routes.api.exports(accountId), async () => exportListSchema, signal),
      // Another tab or machine of the person may have begun one.
      refetchOnWindowFocus: true,
      staleTime: 0,
      refetchInterval: ({ state }) => state.data?.exports.some((one) => one.state === 'running') && pollMs,
    }),
}

export const beginExport = (accountId: string, request: ExportRequest) =>
  fetchJson(routes.api.exports(accountId), async () => exportBegunSchema, undefined, json('POST', request))

export const changeExport = (accountId: string, exportId: string, action: ExportAction) =>
  fetchJson<object>(
    routes.api.export(accountId, exportId),
    async () => exportChangedSchema,
    undefined,
    json('PATCH', { action }),
  )
