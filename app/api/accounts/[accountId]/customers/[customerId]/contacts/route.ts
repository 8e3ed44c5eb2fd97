import { parseContactsScan } from '@/lib/customers/filters/parse-customer-query'
import { customerScanSchema } from '@/lib/customers/model/customer'
import { customerParams } from '@/lib/customers/model/customer-params'
import { readContactScan } from '@/lib/server/customers/read-record'
import { route } from '@/lib/server/http/route'

/** One step of the search for the contacts of one customer: `{"customers", "unreadable", "looked", "next"}`. */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: parseContactsScan,
  response: customerScanSchema,
  run: ({ access, query, params, signal }) => readContactScan(access, params.customerId, query.starting_after, signal),
})
