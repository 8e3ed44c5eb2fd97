import { tagsAnswerSchema } from '@/lib/customers/model/customer'
import { customerParams } from '@/lib/customers/model/customer-params'
import { readCustomerTags } from '@/lib/server/customers/read-record'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The tags of one customer: `{"tags"}`. */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: noQuery,
  response: tagsAnswerSchema,
  run: ({ access, params, signal }) => readCustomerTags(access, params.customerId, signal),
})
