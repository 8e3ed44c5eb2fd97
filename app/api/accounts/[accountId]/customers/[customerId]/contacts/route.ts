import { parseContactsScan } from '@/lib/customers/filters/parse-customer-query'
import { customerScanSchema } from '@/lib/customers/model/customer'
import { scanContacts } from '@/lib/server/customers/reads'
import { handle } from '@/lib/server/http/route'

/** One step of the search for the contacts of one customer: `{"customers", "unreadable", "looked", "next"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: parseContactsScan,
  response: customerScanSchema,
  run: ({ access, query, customerId, signal }) => scanContacts(access, customerId, query.starting_after, signal),
})
