import { customerParams } from '@/lib/customers/model/customer-params'
import { rawAnswerSchema } from '@/lib/customers/model/record'
import { readRawCustomer } from '@/lib/server/customers/read-record'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The unchanged JSON of one customer as Dintero sent it: `{"text", "url", "read_at"}`. */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: noQuery,
  response: rawAnswerSchema,
  run: ({ access, params, signal }) => readRawCustomer(access, params.customerId, signal),
})
