import 'server-only'
import type { CustomerPage } from '@/lib/customers/customer'
import type { CustomerQuery } from '@/lib/customers/customer-query'
import { ApiFailure, toApiFailure } from '@/lib/server/api-failure'
import { readWireCustomer } from '@/lib/server/customers/to-customer'
import { toParameters } from '@/lib/server/customers/to-parameters'
import { dintero } from '@/lib/server/dintero/client'
import { wirePage } from '@/lib/server/dintero/schemas'
import { type AccountAccess, requirePermission } from '@/lib/server/viewer'

const idOf = (row: unknown) =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : null

/**
 * One page of an account's customers, newest first; pages and route handlers both come through here. Throws `ApiFailure`:
 * a failure is never an empty list.
 */
export async function readCustomerPage(
  access: AccountAccess,
  query: CustomerQuery,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  requirePermission(access.viewer, 'customers:read')
  const result = await dintero().get(access.account, ['customers', 'users'], toParameters(query), wirePage, signal)
  if (!result.ok) throw result.failure.kind === 'bad_request' ? badRequest(query) : toApiFailure(result.failure)

  const rows = result.data
  const page: CustomerPage = { customers: [], unreadable: [], next: null }
  for (const row of rows) {
    const read = readWireCustomer(row)
    if ('customer' in read) page.customers.push(read.customer)
    else page.unreadable.push(read.unreadable)
  }
  // A page that holds its own cursor, or more than was asked for, does not move on: paging it would never end.
  if (rows.length > query.limit || (query.starting_after && rows.some((row) => idOf(row) === query.starting_after)))
    throw toApiFailure({ kind: 'invalid' })
  // The cursor is the id of the last object (contract); where that row has none, the nearest before it repeats a few.
  const cursor = rows.length === query.limit ? rows.findLast((row) => idOf(row) !== null) : undefined
  const starting_after = idOf(cursor)
  if (starting_after !== null) page.next = { starting_after }
  return page
}

/** Our own check came before the call, so what Dintero refuses with 400 is most likely a cursor it no longer knows. */
function badRequest({ starting_after }: CustomerQuery): ApiFailure {
  return new ApiFailure({
    code: 'invalid_query',
    message: starting_after
      ? 'Dintero no longer knows this place in the list; start again from the first page.'
      : 'Dintero does not accept this query.',
    ...(starting_after && { field: 'starting_after' }),
  })
}
