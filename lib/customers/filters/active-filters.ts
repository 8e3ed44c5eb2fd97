import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { filters } from '@/lib/customers/filters/registry'

/** The filters that are set: at least one of their parameters has a value. */
export function activeFilters(values: Partial<ListFilters>): readonly (typeof filters)[number][] {
  const setParams = new Set(Object.entries(values).flatMap(([name, value]) => (value ? [name] : [])))
  return filters.filter(({ params, pageParams }) =>
    Object.keys({ ...params, ...pageParams }).some((param) => setParams.has(param)),
  )
}
