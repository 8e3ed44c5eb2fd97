import { customerPageSchema } from '@/lib/customers/customer'
import { readCustomerQuery } from '@/lib/customers/read-customer-query'
import { readCustomerPage } from '@/lib/server/customers/reads'
import { handle } from '@/lib/server/handle'

/** One page of customers: `{"customers", "unreadable", "next"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: (params) => readCustomerQuery(params),
  response: customerPageSchema,
  run: ({ access, query, signal }) => readCustomerPage(access, query, signal),
})
