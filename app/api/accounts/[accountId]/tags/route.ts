import { tagsAnswerSchema } from '@/lib/customers/model/customer'
import { readTags } from '@/lib/server/customers/read-account'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** All tags of the account: `{"tags"}`. */
export const GET = route({
  permission: 'customers:read',
  query: noQuery,
  response: tagsAnswerSchema,
  run: ({ access, signal }) => readTags(access, signal),
})
