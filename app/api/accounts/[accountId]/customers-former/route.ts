import { customerScanSchema } from '@/lib/customers/customer'
import { readFormerScan } from '@/lib/customers/read-customer-query'
import { scanFormer } from '@/lib/server/customers/reads'
import { handle } from '@/lib/server/handle'

/** One step of the scan for the customer who `was` another id: `{"customers", "unreadable", "looked", "next"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: readFormerScan,
  response: customerScanSchema,
  run: ({ access, query, signal }) => scanFormer(access, query, signal),
})
