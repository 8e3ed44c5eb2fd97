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
import { SeenRows } from '@/lib/server/customers/fetch/seen-rows'

/** The maximum number of calls to fill one page. */
const maxCalls = 3

/** Whether a search can match a customer by a value that is not masked: names, company name or `customer_id`. */
export function isFoundVisibly(customer: Customer, search: string): boolean {
  const texts = [...searchableNames(customer), personName(customer), customer.customer_id]
  return texts.some((text) => text.toLowerCase().startsWith(search.toLowerCase()))
}

/**
 * The ids of the customers that are in the result because one of their contacts matches by a value that is not masked.
 * The contacts are fetched separately because they may be on another page than the customers.
 */
async function customersOfContacts(access: AccountAccess, query: CustomerQuery, mask: Mask, signal?: AbortSignal) {
  if (query.type !== 'contact' && query.type !== 'any') return new Set<string>()
  const contactQuery: CustomerQuery = { ...query, type: 'contact', limit: maxLimit, starting_after: null }
  const { customers } = toCustomers(await fetchCustomerRows(access, contactQuery, signal), mask)
  const contacts = customers.filter((customer) => isFoundVisibly(customer, query.search ?? ''))
  return new Set(contacts.flatMap(({ contact_for = [] }) => contact_for.map(({ customer_id }) => customer_id ?? '')))
}

/** Returns a function that converts a row into its customer, and drops it when only masked values match the search. */
export async function createVisibleFilter(
  access: AccountAccess,
  query: CustomerQuery,
  mask: Mask,
  signal?: AbortSignal,
): Promise<(row: RawCustomer) => Customer[]> {
  const { search } = query
  const linkedIds = search === null ? null : await customersOfContacts(access, query, mask, signal)
  return (row) =>
    toCustomers([row], mask).customers.filter(
      (customer) =>
        search === null || isFoundVisibly(customer, search) || (linkedIds?.has(customer.customer_id) ?? false),
    )
}

/**
 * One page of a search for a person who sees masked customers. A customer that matches only by a masked value is omitted,
 * since the match would reveal the value. Up to three calls are made to fill the page. Throws `ApiFailure`.
 */
export async function fetchVisibleMatches(
  access: AccountAccess,
  query: CustomerQuery,
  mask: Mask,
  signal?: AbortSignal,
): Promise<CustomerPage> {
  const toVisible = await createVisibleFilter(access, query, mask, signal)
  const page: CustomerPage = { customers: [], unreadable: [], next: null }
  const seen = new SeenRows()
  let cursor = query.starting_after
  for (let calls = 0; calls < maxCalls; calls++) {
    signal?.throwIfAborted()
    const rows = await fetchCustomerRows(access, { ...query, starting_after: cursor }, signal)
    cursor = cursorAfter(rows, query.limit)
    const fresh = seen.addPage(rows)
    for (const [index, row] of fresh.entries()) {
      page.customers.push(...toVisible(row))
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
