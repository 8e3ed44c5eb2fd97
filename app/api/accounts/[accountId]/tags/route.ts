import { tagsAnswerSchema } from '@/lib/customers/model/customer'
import { fetchTags } from '@/lib/server/customers/fetch-account'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** All tags of the account: `{"tags"}`. */
export const GET = route({
  permission: 'customers:read',
  query: noQuery,
  response: tagsAnswerSchema,
  run: ({ access, signal }) => fetchTags(access, signal),
})
