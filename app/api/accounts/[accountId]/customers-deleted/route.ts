import { parseDeletedScan } from '@/lib/customers/filters/parse-customer-query'
import { customerScanSchema } from '@/lib/customers/model/customer'
import { readDeletedScan } from '@/lib/server/customers/read-customers'
import { route } from '@/lib/server/http/route'

/** One step of the scan for deleted customers: `{"customers", "unreadable", "looked", "next"}`. */
export const GET = route({
  permission: 'customers:read',
  query: parseDeletedScan,
  response: customerScanSchema,
  run: ({ access, query, signal }) => readDeletedScan(access, query, signal),
})
