import { contactForAnswerSchema } from '@/lib/customers/model/record'
import { readContactFor } from '@/lib/server/customers/reads'
import { handle, noQuery } from '@/lib/server/http/route'

/** The customers that a contact is linked to: `{"customers", "missing", "unasked"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: noQuery,
  response: contactForAnswerSchema,
  run: ({ access, customerId, signal }) => readContactFor(access, customerId, signal),
})
