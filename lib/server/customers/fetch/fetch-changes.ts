import 'server-only'
import { type CustomerQuery, maxLimit, toFilters } from '@/lib/customers/filters/customer-query'
import type { CustomerPage } from '@/lib/customers/model/customer'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import {
  changedAtOf,
  fetchCustomerRows,
  fetchCustomerTotal,
  type RawCustomer,
  toCustomers,
} from '@/lib/server/customers/fetch/collection'
import { microsOf, oneMillisecondLater } from '@/lib/server/customers/fetch/instant'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { toApiFailure } from '@/lib/server/http/api-failure'

type ChangesQuery = CustomerQuery & { since_datetime: string }

/**
 * Whether the rows whose instants can be parsed are ordered oldest first. Otherwise the next page cannot start at the
 * latest instant.
 */
function isOldestFirst(rows: readonly RawCustomer[]): boolean {
  const instants = rows.map((row) => microsOf(changedAtOf(row) ?? '')).filter((micros) => micros !== null)
  return instants.every((micros, at) => at === 0 || micros >= (instants[at - 1] ?? micros))
}

/** The latest instant of a page, exactly as Dintero sent it. Null when no row has one. */
function latestOf(rows: readonly RawCustomer[]): string | null {
  let latest: { text: string; micros: bigint } | null = null
  for (const row of rows) {
    const text = changedAtOf(row)
    const micros = text === null ? null : microsOf(text)
    if (text !== null && micros !== null && (latest === null || micros > latest.micros)) latest = { text, micros }
  }
  return latest?.text ?? null
}

/**
 * Fetches one page of the customers added or changed since an instant, oldest first. The next page is the same query from
 * the latest instant of this page, so it repeats the rows of that instant (contract, "What follows from since_datetime").
 *
 * When all rows of a page share the requested instant, the next query would be the same one. The page is then fetched again
 * with the largest limit that Dintero accepts, so it may have more rows than `limit`. When those rows share the instant as
 * well, `unlisted` gives the number of the remaining ones, and the list continues a millisecond later.
 */
export async function fetchChanges(
  access: AccountAccess,
  query: ChangesQuery,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  const sinceMicros = microsOf(query.since_datetime)
  const mask = await getMask(access)
  for (const limit of new Set([query.limit, maxLimit])) {
    const rows = await fetchCustomerRows(access, { ...query, limit }, signal)
    const page: CustomerPage = { ...toCustomers(rows, mask), next: null }
    if (rows.length < limit) return page
    if (!isOldestFirst(rows)) throw toApiFailure({ kind: 'invalid' })
    const latest = latestOf(rows)
    const latestMicros = latest === null ? null : microsOf(latest)
    if (latest === null || latestMicros === null || sinceMicros === null || latestMicros < sinceMicros)
      throw toApiFailure({ kind: 'invalid' })
    if (latestMicros > sinceMicros) return { ...page, next: { since_datetime: latest } }
    if (limit === maxLimit) return skipInstant(access, query, page, latest, signal)
  }
  throw toApiFailure({ kind: 'invalid' })
}

/** Continues after an instant that is shared by more customers than one page can list. */
async function skipInstant(
  access: AccountAccess,
  query: ChangesQuery,
  page: CustomerPage,
  updated_at: string,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  const later = oneMillisecondLater(updated_at)
  if (later === null) throw toApiFailure({ kind: 'invalid' })
  const filters = toFilters(query)
  const [from, after] = await Promise.all([
    fetchCustomerTotal(access, { ...filters, since_datetime: updated_at }, signal),
    fetchCustomerTotal(access, { ...filters, since_datetime: later }, signal),
  ])
  const count = from === null || after === null ? null : Math.max(0, from - after - maxLimit)
  return { ...page, next: { since_datetime: later }, ...(count === 0 ? {} : { unlisted: { updated_at, count } }) }
}
