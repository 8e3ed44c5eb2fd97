import 'server-only'
import type { CustomerFilters, CustomerQuery } from '@/lib/customers/customer-query'

/** Our query as Dintero's parameters (contract, "Customer collection"); what is not set is not sent. */
export function toParameters(query: CustomerQuery | CustomerFilters): Record<string, string> {
  const { include_deleted, ...rest } = query
  const parameters: Record<string, string> = {}
  for (const [name, value] of Object.entries(rest)) if (value !== null) parameters[name] = String(value)
  if (include_deleted) parameters.include_deleted = 'true'
  return parameters
}
