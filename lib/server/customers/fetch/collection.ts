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
import { dintero } from '@/lib/server/upstream/client'
import type { AnswerHeaders, DinteroResult } from '@/lib/server/upstream/failure'
import { wirePage } from '@/lib/server/upstream/schemas'
import type { Parameters } from '@/lib/server/upstream/upstream-url'

/** One row of an answer as Dintero sent it, before it is parsed. */
export type RawCustomer = unknown

export const idOf = (row: RawCustomer) => textAt(row, 'id')
/** The time of a row's last change. A deleted customer has only the time of its deletion (contract). */
export const changedAtOf = (row: RawCustomer) => textAt(row, 'updated_at') ?? textAt(row, 'deleted_at')
export const isDeleted = (row: RawCustomer) => textAt(row, 'deleted_at') !== null

/**
 * Fetches one page of the collection. Throws `ApiFailure`: a failure is never returned as an empty list. A page that
 * contains its own cursor, or more rows than were requested, is a failure, because pagination through it would never end.
 */
export async function fetchCustomerRows(
  access: AccountAccess,
  query: CustomerQuery,
  signal?: AbortSignal,
): Promise<RawCustomer[]> {
  const result = await dintero().get(access, { ...listEndpoint, query: toParameters(query), schema: wirePage, signal })
  return toRows(result, query)
}

/** Fetches one page of the collection as `fetchCustomerRows` does, and the total of its filters in the same call. */
export async function fetchCountedRows(
  access: AccountAccess,
  query: CustomerQuery,
  signal?: AbortSignal,
): Promise<{ rows: RawCustomer[]; total: number | null }> {
  const parameters = { ...toParameters(query), total: 'true' }
  const result = await dintero().get(access, { ...listEndpoint, query: parameters, schema: wirePage, signal })
  return { rows: toRows(result, query), total: result.ok ? totalOf(result.headers) : null }
}

function toRows(result: DinteroResult<RawCustomer[]>, query: CustomerQuery): RawCustomer[] {
  if (!result.ok) throw result.failure.kind === 'bad_request' ? badRequest(query) : toApiFailure(result.failure)
  const { starting_after, limit } = query
  const rows = result.data
  if (rows.length > limit || (starting_after && rows.some((row) => idOf(row) === starting_after)))
    throw toApiFailure({ kind: 'invalid' })
  return rows
}

/** The number of matches in the header of an answer; null where there is none. */
function totalOf(headers: AnswerHeaders): number | null {
  const header = headers.get('total-count') ?? ''
  return /^\d{1,15}$/.test(header) ? Number(header) : null
}

/**
 * The number of customers that the filters match. Null when the header `total-count` is missing or is not a number: the
 * list is useful without a total, but a wrong total would mislead. Throws `ApiFailure`.
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
  return totalOf(result.headers)
}

/**
 * Converts rows into the customers that this person may see. A row that breaks the contract, or repeats a `customer_id`
 * of the same page, is listed as unreadable and never dropped.
 */
export function toCustomers(rows: readonly RawCustomer[], mask: Mask): Pick<CustomerPage, 'customers' | 'unreadable'> {
  const page: Pick<CustomerPage, 'customers' | 'unreadable'> = { customers: [], unreadable: [] }
  const seen = new Set<string>()
  for (const row of rows) {
    const parsed = parseWireCustomer(row)
    if (!('customer' in parsed)) page.unreadable.push(parsed.unreadable)
    else if (seen.has(parsed.customer.customer_id))
      page.unreadable.push({ id: idOf(row), customer_id: parsed.customer.customer_id, reason: 'customer_id twice' })
    else {
      seen.add(parsed.customer.customer_id)
      page.customers.push(mask.customer(parsed.customer))
    }
  }
  return page
}

/**
 * The cursor of the page after these rows: the id of the last row (contract). When that row has no id, it is the id of the
 * nearest row before it, so the next page repeats a few rows. Null when these rows are the last ones.
 */
export function cursorAfter(rows: readonly RawCustomer[], limit: number): string | null {
  return rows.length === limit ? (rows.map(idOf).findLast((id) => id !== null) ?? null) : null
}

/** Our own check has accepted the query, so the likely cause of a 400 is a cursor that Dintero no longer knows. */
function badRequest({ starting_after }: CustomerQuery): ApiFailure {
  return new ApiFailure({
    code: 'invalid_query',
    message: starting_after
      ? 'Dintero no longer knows this place in the list; start again from the first page.'
      : 'Dintero does not accept this query.',
    ...(starting_after && { field: 'starting_after' }),
  })
}
