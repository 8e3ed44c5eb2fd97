import { communicationAnswerSchema } from '@/lib/customers/model/record'
import { readCommunication } from '@/lib/server/customers/reads'
import { handle, noQuery } from '@/lib/server/http/route'

/** Whether email and phone of one customer are verified and allowed: `{"communication"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: noQuery,
  response: communicationAnswerSchema,
  run: ({ access, customerId, signal }) => readCommunication(access, customerId, signal),
})
