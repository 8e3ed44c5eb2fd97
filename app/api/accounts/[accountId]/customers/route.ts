import { parseCustomerQuery } from '@/lib/customers/filters/parse-customer-query'
import { customerPageSchema } from '@/lib/customers/model/customer'
import { readCustomerPage } from '@/lib/server/customers/read-customers'
import { route } from '@/lib/server/http/route'

/** One page of customers: `{"customers", "unreadable", "next"}`. */
export const GET = route({
  permission: 'customers:read',
  query: (params) => parseCustomerQuery(params),
  response: customerPageSchema,
  run: ({ access, query, signal }) => readCustomerPage(access, query, signal),
})
