import 'server-only'
import type { CustomerFilters, CustomerQuery } from '@/lib/customers/filters/customer-query'
import { filters } from '@/lib/customers/filters/registry'
import type { Parameters } from '@/lib/server/upstream/upstream-url'

const own = new Set<string>(filters.flatMap(({ ownParams = [] }) => ownParams))
/** The parameters that Dintero accepts: those of the filters, the page size and the cursor. */
const names = new Set([...filters.flatMap(({ params }) => Object.keys(params)), 'limit', 'starting_after'])

/**
 * Converts our query into Dintero's parameters (contract, "Customer collection"). Values that are not set are not sent.
 */
export function toParameters(query: CustomerQuery | CustomerFilters): Parameters {
  const parameters: Parameters = {}
  for (const [name, value] of Object.entries(query))
    if (names.has(name) && !own.has(name) && value !== null && value !== false)
      parameters[name] = Array.isArray(value) ? value : String(value)
  return parameters
}
