import { createSerializer, type inferParserType } from 'nuqs/server'
import { customerFilters, customerQuery, customerScan } from '@/lib/customers/filters/customer-query'
import { instant } from '@/lib/customers/filters/parsers'

/** The parameters of the scans of the list: they find what no filter of Dintero's can. */

/** A scan for deleted customers: only their type and `customer_id` are left to filter by (contract). */
export const deletedScan = {
  starting_after: customerQuery.starting_after,
  type: customerFilters.type,
  search: customerFilters.search,
}

const { since_datetime: _, ...unchangedFilters } = customerFilters
/** A scan for the customers that the filters match and that changed at one instant. */
export const changedScan = { ...unchangedFilters, starting_after: customerQuery.starting_after, changed_at: instant }

/** A scan for the customer that had another `customer_id` before. */
export const formerScan = { starting_after: customerQuery.starting_after, was: customerScan.was }

/** A scan for the contacts of one customer. */
export const contactsScan = { starting_after: customerQuery.starting_after }

export type DeletedScan = inferParserType<typeof deletedScan>
export type FormerScan = inferParserType<typeof formerScan>
export type ChangedScan = inferParserType<typeof changedScan>

export const serializeDeletedScan = createSerializer(deletedScan)
export const serializeFormerScan = createSerializer(formerScan)
export const serializeContactsScan = createSerializer(contactsScan)
export const serializeChangedScan = createSerializer(changedScan)
