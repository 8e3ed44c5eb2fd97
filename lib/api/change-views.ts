import { fetchJson } from '@/lib/api/client'
import { routes } from '@/lib/api/routes'
import { viewSchema } from '@/lib/api/schemas'
import type { View } from '@/lib/customers/views/view'
import type { NewView, ViewChange } from '@/lib/customers/views/view-change'

/** The calls that change views. Each throws an `ApiError`. */

const withBody = (method: string, body: object): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

export const createView = (accountId: string, view: NewView): Promise<View> =>
  fetchJson(routes.api.views(accountId), viewSchema('viewSchema'), undefined, withBody('POST', view))

/** Throws `conflict` where the view has another version by now. */
export const changeView = (accountId: string, viewId: string, change: ViewChange): Promise<View> =>
  fetchJson(routes.api.view(accountId, viewId), viewSchema('viewSchema'), undefined, withBody('PATCH', change))

/** Throws `conflict` where the view has another version by now. */
export async function deleteView(accountId: string, { id, version }: Pick<View, 'id' | 'version'>): Promise<void> {
  const url = routes.api.view(accountId, id)
  await fetchJson<object>(url, viewSchema('viewDoneSchema'), undefined, withBody('DELETE', { version }))
}

export async function saveDefaultView(accountId: string, view: string | null): Promise<void> {
  const url = routes.api.defaultView(accountId)
  await fetchJson<object>(url, viewSchema('viewDoneSchema'), undefined, withBody('PUT', { view }))
}
