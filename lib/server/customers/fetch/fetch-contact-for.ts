import 'server-only'
import { maxLimit, noFilters } from '@/lib/customers/filters/customer-query'
import type { Customer } from '@/lib/customers/model/customer'
import type { ContactForAnswer } from '@/lib/customers/model/record'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { fetchCustomerRows, toCustomers } from '@/lib/server/customers/fetch/collection'
import { fetchCustomer } from '@/lib/server/customers/fetch/fetch-customer'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { isNotFound } from '@/lib/server/http/api-failure'

/** The maximum number of linked customers that are fetched one by one. */
const maxSingleCalls = 10

/**
 * Fetches the customers that a contact is linked to. Dintero includes them in the answer to a search that matches the
 * contact (contract), so one search for its `customer_id` normally returns all of them. Those that are not in the answer
 * are fetched one by one, ten at most. The ids of the others are listed in `unasked`, and the ids that Dintero does not
 * know in `missing`. Throws `ApiFailure`: `not_found` when there is no such contact.
 */
export async function fetchContactFor(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<ContactForAnswer> {
  const query = { ...noFilters, search: customerId, type: 'contact' as const, limit: maxLimit }
  const mask = await getMask(access)
  // Emails and phones that begin as this id does can fill the answer, so masked roles do without it.
  const rows = mask.isMasked
    ? []
    : await fetchCustomerRows(access, { ...query, starting_after: null, by_word: null }, signal)
  const known = new Map(toCustomers(rows, mask).customers.map((customer) => [customer.customer_id, customer]))
  const contact = known.get(customerId) ?? (await fetchCustomer(access, customerId, signal)).customer
  const ids = [...new Set(contact.contact_for?.flatMap(({ customer_id }) => (customer_id ? [customer_id] : [])))]

  const unknown = ids.filter((id) => !known.has(id))
  const missing: string[] = []
  for (const id of unknown.slice(0, maxSingleCalls)) {
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
  return { customers: ids.flatMap(found), missing, unasked: unknown.slice(maxSingleCalls) }
}
