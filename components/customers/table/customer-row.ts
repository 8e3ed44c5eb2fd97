import type { Customer } from '@/lib/customers/model/customer'
import { findMatch, findWordMatches, type Match } from '@/lib/customers/model/match'
import { hiddenName, type RowReason, rowReasons } from '@/lib/customers/model/row-reason'

/** One row: the customer, what of it the search matches, and the reason why it is listed, as far as its page shows it. */
export type CustomerRow = {
  customer: Customer
  matches: readonly Match[]
  reason: RowReason | undefined
  /** Whether neither the row nor its page shows why it was found. */
  isUnexplained: boolean
  /** The search text, on the first row that was found word by word after others that the whole text has matched. */
  beginsByWord: string | null
}

/**
 * The rows of a page of search results. `contacts` are the contacts that match the search, if they have been fetched. A row
 * that they do not explain was found by a contact on a later page. Before the index `firstByWord` stand those that the
 * search has matched as one phrase. Those of `changed` say so before anything else.
 */
export function toRows(
  customers: readonly Customer[],
  search: string | null,
  contacts?: readonly Customer[],
  firstByWord?: number,
  changed: Readonly<Record<string, number>> = {},
): CustomerRow[] {
  const reasons = rowReasons(customers, contacts)
  return customers.map((customer, index) => {
    const phrase = findMatch(customer, search)
    const matches = phrase ? [phrase] : findWordMatches(customer, search ?? '')
    const hidden = search === null || phrase ? null : hiddenName(customer, search)
    const known: RowReason | undefined =
      hidden === null ? reasons.get(customer.customer_id) : { kind: 'also_named', name: hidden }
    const isShown = matches.length > 0
    const isUnexplained =
      search !== null && !isShown && known?.kind !== 'through_contact' && known?.kind !== 'also_named'
    const why = isUnexplained && contacts ? ({ kind: 'through_some_contact' } as const) : known
    const reason = changed[customer.customer_id] ? ({ kind: 'changed' } as const) : why
    const beginsByWord = index === firstByWord ? search : null
    return { customer, matches, reason, isUnexplained: isUnexplained && !contacts, beginsByWord }
  })
}
