import { customerScanSchema } from '@/lib/customers/customer'
import { readDeletedScan } from '@/lib/customers/read-customer-query'
import { scanDeleted } from '@/lib/server/customers/reads'
import { handle } from '@/lib/server/handle'

/** One step of the scan for deleted customers: `{"customers", "unreadable", "looked", "next"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: readDeletedScan,
  response: customerScanSchema,
  run: ({ access, query, signal }) => scanDeleted(access, query, signal),
})
