import { createSerializer, type inferParserType } from 'nuqs/server'
import { customerFilters, customerQuery, instant } from '@/lib/customers/customer-query'

/** What the two scans of the list take: the searches that no filter of Dintero's can make. */

/** A scan for deleted customers: nothing of them is left to filter by but type and `customer_id` (contract). */
export const deletedScan = {
  starting_after: customerQuery.starting_after,
  type: customerFilters.type,
  search: customerFilters.search,
}

const { since_datetime: _, ...unchangedFilters } = customerFilters
/** A scan for the customers that the filters match and that changed at one instant. */
export const changedScan = { ...unchangedFilters, starting_after: customerQuery.starting_after, changed_at: instant }

export type DeletedScan = inferParserType<typeof deletedScan>
export type ChangedScan = inferParserType<typeof changedScan>

export const serializeDeletedScan = createSerializer(deletedScan)
export const serializeChangedScan = createSerializer(changedScan)
