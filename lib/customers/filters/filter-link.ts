import { routes } from '@/lib/api/routes'
import {
  type CustomerFilters,
  customerFilters,
  noFilters,
  serializeCustomerFilters,
} from '@/lib/customers/filters/customer-query'

type Parser = { parse(values: string[]): unknown }

/**
 * The list of all customers that a filter finds; undefined where a value cannot be asked for, such as a telephone number
 * that is none.
 */
export function filterLink(accountId: string, filter: Partial<CustomerFilters>): string | undefined {
  const text = serializeCustomerFilters({ ...noFilters, ...filter })
  const params = new URLSearchParams(text)
  const parsers: Record<string, Parser> = customerFilters
  const isRight = [...new Set(params.keys())].every((name) => parsers[name]?.parse(params.getAll(name)) !== null)
  return isRight ? routes.customers(accountId, text) : undefined
}
