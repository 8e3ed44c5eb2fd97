import { tagsAnswerSchema } from '@/lib/customers/customer'
import { readTags } from '@/lib/server/customers/read-account'
import { handle, noQuery } from '@/lib/server/handle'

/** All tags of the account: `{"tags"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: noQuery,
  response: tagsAnswerSchema,
  run: ({ access, signal }) => readTags(access, signal),
})
