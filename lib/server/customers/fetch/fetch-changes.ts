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
import { visibleAmong } from '@/lib/server/customers/fetch/fetch-visible-matches'
import { microsOf, oneMillisecondLater } from '@/lib/server/customers/fetch/instant'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { toApiFailure } from '@/lib/server/http/api-failure'

type ChangesQuery = CustomerQuery & { since_datetime: string }

/** Whether a page is oldest first, as far as its instants can be read. Else the latest one says nothing of what comes next. */
function isOldestFirst(rows: readonly RawCustomer[]): boolean {
  const instants = rows.map((row) => microsOf(changedAtOf(row) ?? '')).filter((micros) => micros !== null)
  return instants.every((micros, at) => at === 0 || micros >= (instants[at - 1] ?? micros))
}

/** The latest instant of a page, exactly as it came; null where no row has one. */
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
 * One page of what was added or changed since an instant, oldest first. The page after it is the same query with the
 * instant moved to the latest one seen, so it repeats what stands there (contract, "What follows from since_datetime").
 *
 * Where a whole page shares the instant that was asked, moving would stand still: it is asked for as many as Dintero
 * gives (so this page may hold more rows than `limit`), and where even they share it, `unlisted` tells how many more
 * there are, and the list goes on a millisecond later.
 */
export async function fetchChanges(
  access: AccountAccess,
  query: ChangesQuery,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  const asked = microsOf(query.since_datetime)
  const mask = await getMask(access)
  const visible = mask.isMasked ? await visibleAmong(access, { ...query, since_datetime: null }, mask, signal) : null
  for (const limit of new Set([query.limit, maxLimit])) {
    const rows = await fetchCustomerRows(access, { ...query, limit }, signal)
    const page: CustomerPage = visible
      ? { customers: rows.flatMap(visible), unreadable: [], next: null }
      : { ...toCustomers(rows, mask), next: null }
    if (rows.length < limit) return page
    if (!isOldestFirst(rows)) throw toApiFailure({ kind: 'invalid' })
    const latest = latestOf(rows)
    const latestMicros = latest === null ? null : microsOf(latest)
    if (latest === null || latestMicros === null || asked === null || latestMicros < asked)
      throw toApiFailure({ kind: 'invalid' })
    if (latestMicros > asked) return { ...page, next: { since_datetime: latest } }
    if (limit === maxLimit) return stepOver(access, query, page, latest, signal)
  }
  throw toApiFailure({ kind: 'invalid' })
}

/** Past an instant that more customers share than can be listed by it. */
async function stepOver(
  access: AccountAccess,
  query: ChangesQuery,
  page: CustomerPage,
  updated_at: string,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  const later = oneMillisecondLater(updated_at)
  if (later === null) throw toApiFailure({ kind: 'invalid' })
  // How many there are tells of what is masked.
  if (query.search !== null && (await getMask(access)).isMasked)
    return { ...page, next: { since_datetime: later }, unlisted: { updated_at, count: null } }
  const filters = toFilters(query)
  const [from, after] = await Promise.all([
    fetchCustomerTotal(access, { ...filters, since_datetime: updated_at }, signal),
    fetchCustomerTotal(access, { ...filters, since_datetime: later }, signal),
  ])
  const count = from === null || after === null ? null : Math.max(0, from - after - maxLimit)
  return { ...page, next: { since_datetime: later }, ...(count === 0 ? {} : { unlisted: { updated_at, count } }) }
}
