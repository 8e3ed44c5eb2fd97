import { parseFormerScan } from '@/lib/customers/filters/parse-customer-query'
import { customerScanSchema } from '@/lib/customers/model/customer'
import { readFormerScan } from '@/lib/server/customers/read-customers'
import { route } from '@/lib/server/http/route'

/** One step of the scan for the customer whose former id is `was`: `{"customers", "unreadable", "looked", "next"}`. */
export const GET = route({
  permission: 'customers:read',
  query: parseFormerScan,
  response: customerScanSchema,
  run: ({ access, query, signal }) => readFormerScan(access, query, signal),
})
