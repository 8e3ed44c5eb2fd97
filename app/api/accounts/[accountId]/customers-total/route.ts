import { parseCustomerFilters } from '@/lib/customers/filters/parse-customer-query'
import { totalAnswerSchema } from '@/lib/customers/model/customer'
import { readCustomerCount } from '@/lib/server/customers/read-customers'
import { route } from '@/lib/server/http/route'

/** How many customers the filters match: `{"total": n}`, null when Dintero gives none. */
export const GET = route({
  permission: 'customers:read',
  query: parseCustomerFilters,
  response: totalAnswerSchema,
  run: ({ access, query, signal }) => readCustomerCount(access, query, signal),
})
