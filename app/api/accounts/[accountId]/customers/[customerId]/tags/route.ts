import { tagsAnswerSchema } from '@/lib/customers/model/customer'
import { readCustomerTags } from '@/lib/server/customers/reads'
import { handle, noQuery } from '@/lib/server/http/route'

/** The tags of one customer: `{"tags"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: noQuery,
  response: tagsAnswerSchema,
  run: ({ access, customerId, signal }) => readCustomerTags(access, customerId, signal),
})
