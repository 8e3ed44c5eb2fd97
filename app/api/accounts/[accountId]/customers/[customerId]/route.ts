import { parseRecordQuery } from '@/lib/customers/filters/parse-customer-query'
import { recordCheckSchema } from '@/lib/customers/model/record'
import { checkCustomer, readCustomer } from '@/lib/server/customers/reads'
import { handle } from '@/lib/server/http/route'

/** One customer, or its tombstone: `{"customer", "other", "wrong", "etag", "read_at"}`; with the `etag` of an answer `{"unchanged", "read_at"}` while it holds. */
export const GET = handle({
  permission: 'customers:read',
  query: parseRecordQuery,
  response: recordCheckSchema,
  run: ({ access, query, customerId, signal }) =>
    query.etag === null
      ? readCustomer(access, customerId, signal)
      : checkCustomer(access, customerId, query.etag, signal),
})
