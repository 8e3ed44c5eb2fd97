import { customerAnswerSchema } from '@/lib/customers/customer'
import { readCustomer } from '@/lib/server/customers/read-customer'
import { handle, noQuery } from '@/lib/server/handle'

/** One customer, or its tombstone: `{"customer"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: noQuery,
  response: customerAnswerSchema,
  run: ({ access, customerId, signal }) => readCustomer(access, customerId, signal),
})
