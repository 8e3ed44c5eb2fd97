import { customerParams } from '@/lib/customers/model/customer-params'
import { communicationAnswerSchema } from '@/lib/customers/model/record'
import { readCommunication } from '@/lib/server/customers/read-record'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** Whether email and phone of one customer are verified and allowed: `{"communication"}`. */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: noQuery,
  response: communicationAnswerSchema,
  run: ({ access, params, signal }) => readCommunication(access, params.customerId, signal),
})
