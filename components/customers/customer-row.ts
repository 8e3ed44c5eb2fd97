import type { Customer } from '@/lib/customers/customer'
import { type Match, matchOf } from '@/lib/customers/match'
import { type RowReason, rowReasons } from '@/lib/customers/row-reason'

/** One row: the customer, and what the page in hand says of it. */
export type CustomerRow = { customer: Customer; match: Match | null; reason: RowReason | undefined }

/** The rows of a page, for what was searched. */
export function toRows(customers: readonly Customer[], search: string | null): CustomerRow[] {
  const reasons = rowReasons(customers)
  return customers.map((customer) => ({
    customer,
    match: matchOf(customer, search),
    reason: reasons.get(customer.customer_id),
  }))
}
