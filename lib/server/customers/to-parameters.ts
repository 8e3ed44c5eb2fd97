import 'server-only'
import type { CustomerFilters, CustomerQuery } from '@/lib/customers/filters/customer-query'
import { filters } from '@/lib/customers/filters/registry'
import type { Parameters } from '@/lib/server/upstream/client'

/** The parameters that Dintero takes: those of the filters, and the position in the list. */
const names = new Set([...filters.flatMap(({ params }) => Object.keys(params)), 'limit', 'starting_after'])

/** Our query as Dintero's parameters (contract, "Customer collection"); what is not set is not sent. */
export function toParameters(query: CustomerQuery | CustomerFilters): Parameters {
  const parameters: Parameters = {}
  for (const [name, value] of Object.entries(query))
    if (names.has(name) && value !== null && value !== false)
      parameters[name] = Array.isArray(value) ? value : String(value)
  return parameters
}
