import { tagsAnswerSchema } from '@/lib/customers/model/customer'
import { readTags } from '@/lib/server/customers/read-account'
import { handle, noQuery } from '@/lib/server/http/route'

/** All tags of the account: `{"tags"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: noQuery,
  response: tagsAnswerSchema,
  run: ({ access, signal }) => readTags(access, signal),
})
