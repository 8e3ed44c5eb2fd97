import 'server-only'
import type { CustomerFilters, CustomerQuery } from '@/lib/customers/filters/customer-query'
import type { CustomerPage } from '@/lib/customers/model/customer'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { listEndpoint, totalEndpoint } from '@/lib/server/customers/endpoints'
import type { Mask } from '@/lib/server/customers/fetch/mask'
import { textAt } from '@/lib/server/customers/fetch/text-at'
import { parseWireCustomer } from '@/lib/server/customers/fetch/to-customer'
import { toParameters } from '@/lib/server/customers/to-parameters'
import { ApiFailure, toApiFailure } from '@/lib/server/http/api-failure'
import { dintero, type Parameters } from '@/lib/server/upstream/client'
import { wirePage } from '@/lib/server/upstream/schemas'

/** The rows of one call as Dintero sent them, unread. */
export type RawCustomer = unknown

export const idOf = (row: RawCustomer) => textAt(row, 'id')
/** When a row was changed last; a deleted customer has only the time of its end (contract). */
export const changedAtOf = (row: RawCustomer) => textAt(row, 'updated_at') ?? textAt(row, 'deleted_at')
export const isDeleted = (row: RawCustomer) => textAt(row, 'deleted_at') !== null

/**
 * One call of the collection. Throws `ApiFailure`: a failure is never an empty list. A page that holds its own cursor, or
 * more than was asked for, does not move on: paging it would never end.
 */
export async function fetchCustomerRows(
  access: AccountAccess,
  query: CustomerQuery,
  signal?: AbortSignal,
): Promise<RawCustomer[]> {
  const result = await dintero().get(access, { ...listEndpoint, query: toParameters(query), schema: wirePage, signal })
  if (!result.ok) throw result.failure.kind === 'bad_request' ? badRequest(query) : toApiFailure(result.failure)
  const { starting_after, limit } = query
  const rows = result.data
  if (rows.length > limit || (starting_after && rows.some((row) => idOf(row) === starting_after)))
    throw toApiFailure({ kind: 'invalid' })
  return rows
}

/**
 * How many customers the filters match; null where Dintero gives no number (the header `total-count` is missing or is no
 * number: a total is nice to have, and a wrong one is not). Throws `ApiFailure`.
 */
export async function fetchCustomerTotal(
  access: AccountAccess,
  filters: CustomerFilters,
  signal?: AbortSignal,
): Promise<number | null> {
  const parameters: Parameters = { ...toParameters(filters), limit: '1', total: 'true' }
  const result = await dintero().get(access, { ...totalEndpoint, query: parameters, schema: wirePage, signal })
  if (!result.ok)
    throw result.failure.kind === 'bad_request'
      ? new ApiFailure({ code: 'invalid_query', message: 'Dintero does not accept this query.' })
      : toApiFailure(result.failure)
  const header = result.headers.get('total-count') ?? ''
  return /^\d{1,15}$/.test(header) ? Number(header) : null
}

/**
 * Rows as this person may see them: one that breaks the contract is carried as unreadable, never dropped; so is one whose
 * `customer_id` stands in the page already.
 */
export function toCustomers(rows: readonly RawCustomer[], mask: Mask): Pick<CustomerPage, 'customers' | 'unreadable'> {
  const page: Pick<CustomerPage, 'customers' | 'unreadable'> = { customers: [], unreadable: [] }
  const seen = new Set<string>()
  for (const row of rows) {
    const read = parseWireCustomer(row)
    if (!('customer' in read)) page.unreadable.push(read.unreadable)
    else if (seen.has(read.customer.customer_id))
      page.unreadable.push({ id: idOf(row), customer_id: read.customer.customer_id, reason: 'customer_id twice' })
    else {
      seen.add(read.customer.customer_id)
      page.customers.push(mask.customer(read.customer))
    }
  }
  return page
}

/**
 * Where the page after these rows begins: after the last object (contract), or, where that has no id, the nearest before
 * it, which repeats a few. Null where they are the last ones.
 */
export function cursorAfter(rows: readonly RawCustomer[], limit: number): string | null {
  return rows.length === limit ? (rows.map(idOf).findLast((id) => id !== null) ?? null) : null
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
