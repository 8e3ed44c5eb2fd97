import { viewSchema, viewsAnswerSchema } from '@/lib/customers/views/view'
import { newViewSchema } from '@/lib/customers/views/view-change'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'
import { createView } from '@/lib/server/views/change-views'
import { readViews } from '@/lib/server/views/read-views'

/** The views that the person who asks may open: `{"views", "default"}`. */
export const GET = route({
  permission: 'views:own',
  query: noQuery,
  response: viewsAnswerSchema,
  run: ({ access }) => readViews(access),
})

/** Keeps a view: `{"name", "query", "columns", "density"}` → the view. */
export const POST = route({
  permission: 'views:own',
  query: noQuery,
  body: newViewSchema,
  response: viewSchema,
  run: ({ access, body }) => createView(access, body),
})
