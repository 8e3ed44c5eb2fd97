import type { CustomerFilters } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerPage } from '@/lib/customers/model/customer'

/** Whether a page holds everybody whom its query finds. A search by word that has stopped early has not seen everybody. */
export const isWholeList = ({ next, looked, unreadable }: CustomerPage): boolean =>
  next === null && looked?.at !== null && unreadable.length === 0

/** Whether a customer has the value itself. The others of a list are there through a contact of theirs (contract). */
const hasValue = ({ phone_number, email }: Customer, filters: Pick<CustomerFilters, 'phone_number' | 'email'>) =>
  (filters.phone_number !== null && filters.phone_number === phone_number) ||
  (filters.email !== null && filters.email.toLowerCase() === email?.toLowerCase())

/**
 * The one customer whom a search by phone or email finds: the only one of the list, or the only one that has the value
 * itself, as a contact has it and the company beside it has not. Null where there is none, or more than one.
 */
export function soleCustomer(
  page: CustomerPage,
  filters: Pick<CustomerFilters, 'phone_number' | 'email'>,
): Customer | null {
  if (!isWholeList(page)) return null
  const own = page.customers.length === 1 ? page.customers : page.customers.filter((one) => hasValue(one, filters))
  const [sole = null, ...others] = own
  return others.length === 0 ? sole : null
}
