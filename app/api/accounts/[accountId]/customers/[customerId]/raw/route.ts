import { rawAnswerSchema } from '@/lib/customers/model/record'
import { readRawCustomer } from '@/lib/server/customers/reads'
import { handle, noQuery } from '@/lib/server/http/route'

/** What Dintero sent of one customer, as it came: `{"text", "url", "read_at"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: noQuery,
  response: rawAnswerSchema,
  run: ({ access, customerId, signal }) => readRawCustomer(access, customerId, signal),
})
