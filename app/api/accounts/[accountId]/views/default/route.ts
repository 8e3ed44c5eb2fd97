import { viewDoneSchema } from '@/lib/customers/views/view'
import { defaultViewSchema } from '@/lib/customers/views/view-change'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'
import { setDefaultView } from '@/lib/server/views/change-views'

/** Sets the view with which the list begins for the person who asks: `{"view": an id or null}` → `{}`. */
export const PUT = route({
  permission: 'views:own',
  query: noQuery,
  body: defaultViewSchema,
  response: viewDoneSchema,
  run: async ({ access, body }) => {
    await setDefaultView(access, body.view)
    return {}
  },
})
