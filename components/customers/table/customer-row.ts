import type { Customer } from '@/lib/customers/model/customer'
import { findMatch, type Match } from '@/lib/customers/model/match'
import { hiddenName, type RowReason, rowReasons } from '@/lib/customers/model/row-reason'

/** One row: the customer, and what the page in hand says of it. */
export type CustomerRow = {
  customer: Customer
  match: Match | null
  reason: RowReason | undefined
  /** Nothing in the row, nor on its page, says why it was found. */
  isUnexplained: boolean
}

/**
 * The rows of a page, for what was searched. `contacts` are those that the search finds, where they were asked for: a row
 * that even they do not explain came through one that stands further back.
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
