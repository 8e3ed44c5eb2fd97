import { parseRecordQuery } from '@/lib/customers/filters/parse-customer-query'
import { customerParams } from '@/lib/customers/model/customer-params'
import { recordCheckSchema } from '@/lib/customers/model/record'
import { readCustomer, readCustomerIfChanged } from '@/lib/server/customers/read-record'
import { route } from '@/lib/server/http/route'

/**
 * One customer or its tombstone: `{"customer", "other", "wrong", "etag", "read_at"}`. With the `etag` of an earlier answer:
 * `{"unchanged", "read_at"}` while the customer has not changed.
 */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: parseRecordQuery,
  response: recordCheckSchema,
  run: ({ access, query, params, signal }) =>
    query.etag === null
      ? readCustomer(access, params.customerId, signal)
      : readCustomerIfChanged(access, params.customerId, query.etag, signal),
})
