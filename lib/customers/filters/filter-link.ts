import { routes } from '@/lib/api/routes'
import {
  type CustomerFilters,
  customerFilters,
  noFilters,
  serializeCustomerFilters,
} from '@/lib/customers/filters/customer-query'

type Parser = { parse(values: string[]): unknown }

/**
 * The URL of the list that a filter finds; undefined for a value that the filter does not accept, such as a wrong phone
 * number.
 */
export function filterLink(accountId: string, filter: Partial<CustomerFilters>): string | undefined {
  const text = serializeCustomerFilters({ ...noFilters, ...filter })
  const params = new URLSearchParams(text)
  const parsers: Record<string, Parser> = customerFilters
  const isAccepted = [...new Set(params.keys())].every((name) => parsers[name]?.parse(params.getAll(name)) !== null)
  return isAccepted ? routes.customers(accountId, text) : undefined
}
