import 'server-only'
import { maxLimit, noFilters } from '@/lib/customers/filters/customer-query'
import type { Customer } from '@/lib/customers/model/customer'
import type { ContactForAnswer } from '@/lib/customers/model/record'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { fetchCustomerRows, toCustomers } from '@/lib/server/customers/fetch/collection'
import { fetchCustomer } from '@/lib/server/customers/fetch/fetch-customer'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { isNotFound } from '@/lib/server/http/api-failure'

/** So many linked customers are asked for one by one, where the one call did not bring them. */
const mostSingleCalls = 10

/**
 * The customers that a contact is linked to. A request that matches a contact brings them along (contract), so a search
 * for its `customer_id` gives all by one call; those that it does not bring are asked for one by one, ten at most; the
 * rest is `unasked`, and what Dintero does not have `missing`. Throws `ApiFailure`, `not_found` where there is no such contact.
 */
export async function fetchContactFor(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<ContactForAnswer> {
  const query = { ...noFilters, search: customerId, type: 'contact' as const, limit: maxLimit }
  const rows = await fetchCustomerRows(access, { ...query, starting_after: null, by_word: null }, signal)
  const mask = await getMask(access)
  const known = new Map(toCustomers(rows, mask).customers.map((customer) => [customer.customer_id, customer]))
  const contact = known.get(customerId) ?? (await fetchCustomer(access, customerId, signal)).customer
  const ids = [...new Set(contact.contact_for?.flatMap(({ customer_id }) => (customer_id ? [customer_id] : [])))]

  const unknown = ids.filter((id) => !known.has(id))
  const missing: string[] = []
  for (const id of unknown.slice(0, mostSingleCalls)) {
    try {
      known.set(id, (await fetchCustomer(access, id, signal)).customer)
    } catch (thrown) {
      if (!isNotFound(thrown)) throw thrown
      missing.push(id)
    }
  }
  const found = (id: string): Customer[] => {
    const customer = known.get(id)
    return customer ? [customer] : []
  }
  return { customers: ids.flatMap(found), missing, unasked: unknown.slice(mostSingleCalls) }
}
