import 'server-only'
import { type CustomerQuery, maxLimit } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerPage } from '@/lib/customers/model/customer'
import { personName, searchableNames } from '@/lib/customers/model/display-name'
import { type AccountAccess, isHalfOver } from '@/lib/server/auth/account-access'
import {
  cursorAfter,
  fetchCustomerRows,
  idOf,
  type RawCustomer,
  toCustomers,
} from '@/lib/server/customers/fetch/collection'
import type { Mask } from '@/lib/server/customers/fetch/mask'
import { Pagination } from '@/lib/server/customers/fetch/pagination'

/** A page is refilled with so many calls at most. */
const mostCalls = 3

/** Whether a search may have found a customer by something that is not masked: names, company name, `customer_id`. */
export function isFoundVisibly(customer: Customer, search: string): boolean {
  const texts = [...searchableNames(customer), personName(customer), customer.customer_id]
  return texts.some((text) => text.toLowerCase().startsWith(search.toLowerCase()))
}

/**
 * The contacts of a search that were found visibly, for whose sake their users stand in the result: where contacts are
 * asked for, they may stand on another page.
 */
async function usersOfContacts(access: AccountAccess, query: CustomerQuery, mask: Mask, signal?: AbortSignal) {
  if (query.type !== 'contact' && query.type !== 'any') return new Set<string>()
  const asked: CustomerQuery = { ...query, type: 'contact', limit: maxLimit, starting_after: null }
  const { customers } = toCustomers(await fetchCustomerRows(access, asked, signal), mask)
  const contacts = customers.filter((customer) => isFoundVisibly(customer, query.search ?? ''))
  return new Set(contacts.flatMap(({ contact_for = [] }) => contact_for.map(({ customer_id }) => customer_id ?? '')))
}

/** Those rows of a search that a person who sees them masked may know were found. */
export async function visibleAmong(
  access: AccountAccess,
  query: CustomerQuery,
  mask: Mask,
  signal?: AbortSignal,
): Promise<(row: RawCustomer) => Customer[]> {
  const { search } = query
  const users = search === null ? null : await usersOfContacts(access, query, mask, signal)
  return (row) =>
    toCustomers([row], mask).customers.filter(
      (customer) => search === null || isFoundVisibly(customer, search) || (users?.has(customer.customer_id) ?? false),
    )
}

/**
 * One page of a search for a person who sees customers masked: who was found only by something masked is left out, since
 * being found would tell it. The page is filled again, by three calls at most. Throws `ApiFailure`.
 */
export async function fetchVisibleMatches(
  access: AccountAccess,
  query: CustomerQuery,
  mask: Mask,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  const visible = await visibleAmong(access, query, mask, signal)
  const page: CustomerPage = { customers: [], unreadable: [], next: null }
  const walk = new Pagination()
  let cursor = query.starting_after
  for (let calls = 0; calls < mostCalls; calls++) {
    signal?.throwIfAborted()
    const rows = await fetchCustomerRows(access, { ...query, starting_after: cursor }, signal)
    cursor = cursorAfter(rows, query.limit)
    const fresh = walk.take(rows)
    for (const [index, row] of fresh.entries()) {
      page.customers.push(...visible(row))
      const id = idOf(row)
      const isLast = index === fresh.length - 1 && cursor === null
      if (page.customers.length === query.limit && id !== null && !isLast)
        return { ...page, next: { starting_after: id } }
    }
    if (cursor === null) return page
    if (isHalfOver(access)) break
  }
  return { ...page, next: cursor === null ? null : { starting_after: cursor } }
}
