import { viewDoneSchema, viewSchema } from '@/lib/customers/views/view'
import { viewChangeSchema, viewDeletionSchema, viewParams } from '@/lib/customers/views/view-change'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'
import { changeView, deleteView } from '@/lib/server/views/change-views'

/** Changes a view of the person who asks: `{"version", "name"?, "query"?, "columns"?, "density"?, "shared"?}` → the view. */
export const PATCH = route({
  permission: 'views:own',
  params: viewParams,
  query: noQuery,
  body: viewChangeSchema,
  response: viewSchema,
  run: ({ access, params, body }) => changeView(access, params.viewId, body),
})

/** Deletes a view of the person who asks: `{"version"}` → `{}`. */
export const DELETE = route({
  permission: 'views:own',
  params: viewParams,
  query: noQuery,
  body: viewDeletionSchema,
  response: viewDoneSchema,
  run: async ({ access, params, body }) => {
    await deleteView(access, params.viewId, body.version)
    return {}
  },
})
