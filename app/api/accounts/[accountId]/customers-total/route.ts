import { parseCustomerFilters } from '@/lib/customers/filters/parse-customer-query'
import { totalAnswerSchema } from '@/lib/customers/model/customer'
import { countCustomers } from '@/lib/server/customers/reads'
import { route } from '@/lib/server/http/route'

/** How many customers the filters match: `{"total": n}`, null when Dintero gives none. */
export const GET = route({
  permission: 'customers:read',
  query: parseCustomerFilters,
  response: totalAnswerSchema,
  run: ({ access, query, signal }) => countCustomers(access, query, signal),
})
