import type { Customer } from '@/lib/customers/model/customer'
import { findMatch, type Match } from '@/lib/customers/model/match'
import { hiddenName, type RowReason, rowReasons } from '@/lib/customers/model/row-reason'

/** One row: the customer, its match, and the reason why it is listed, as far as they follow from the loaded page. */
export type CustomerRow = {
  customer: Customer
  match: Match | null
  reason: RowReason | undefined
  /** Whether neither the row nor its page shows why it was found. */
  isUnexplained: boolean
}

/**
 * The rows of a page of search results. `contacts` are the contacts that match the search, if they have been fetched. A row
 * that they do not explain was found by a contact on a later page.
 */
export function toRows(
  customers: readonly Customer[],
  search: string | null,
  contacts?: readonly Customer[],
): CustomerRow[] {
  const reasons = rowReasons(customers, contacts)
  return customers.map((customer) => {
    const match = findMatch(customer, search)
    const hidden = search === null || match ? null : hiddenName(customer, search)
    const known: RowReason | undefined =
      hidden === null ? reasons.get(customer.customer_id) : { kind: 'also_named', name: hidden }
    const isUnexplained = search !== null && !match && known?.kind !== 'through_contact' && known?.kind !== 'also_named'
    const reason = isUnexplained && contacts ? ({ kind: 'through_some_contact' } as const) : known
    return { customer, match, reason, isUnexplained: isUnexplained && !contacts }
  })
}
