import 'server-only'
import type { CustomerFilters, CustomerQuery } from '@/lib/customers/filters/customer-query'
import type { Parameters } from '@/lib/server/upstream/client'

/** Our query as Dintero's parameters (contract, "Customer collection"); what is not set is not sent. */
export function toParameters(query: CustomerQuery | CustomerFilters): Parameters {
  const { include_deleted, by_word: _, ...rest }: CustomerFilters & { by_word?: string | null } = query
  const parameters: Parameters = {}
  for (const [name, value] of Object.entries(rest))
    if (value !== null) parameters[name] = Array.isArray(value) ? value : String(value)
  if (include_deleted) parameters.include_deleted = 'true'
  return parameters
}
