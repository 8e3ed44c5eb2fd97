import { parseChangedScan } from '@/lib/customers/filters/parse-customer-query'
import { customerScanSchema } from '@/lib/customers/model/customer'
import { scanChanged } from '@/lib/server/customers/reads'
import { route } from '@/lib/server/http/route'

/** One step of the scan for the customers that changed at one instant: `{"customers", "unreadable", "looked", "next"}`. */
export const GET = route({
  permission: 'customers:read',
  query: parseChangedScan,
  response: customerScanSchema,
  run: ({ access, query, signal }) => scanChanged(access, query, signal),
})
