import { customerParams } from '@/lib/customers/model/customer-params'
import { contactForAnswerSchema } from '@/lib/customers/model/record'
import { readContactFor } from '@/lib/server/customers/read-record'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The customers that a contact is linked to: `{"customers", "missing", "unasked"}`. */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: noQuery,
  response: contactForAnswerSchema,
  run: ({ access, params, signal }) => readContactFor(access, params.customerId, signal),
})
