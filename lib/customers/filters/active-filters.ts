import { type CustomerFilters, type ListFilters, noFilters } from '@/lib/customers/filters/customer-query'
import { filters } from '@/lib/customers/filters/registry'

/** The filters that are set: at least one of their parameters has a value. */
export function activeFilters(values: Partial<ListFilters>): readonly (typeof filters)[number][] {
  const setParams = new Set(Object.entries(values).flatMap(([name, value]) => (value ? [name] : [])))
  return filters.filter(({ params, pageParams }) =>
    Object.keys({ ...params, ...pageParams }).some((param) => setParams.has(param)),
  )
}

const ofOneAccount = new Set(
  filters.flatMap(({ isOfOneAccount, params }) => (isOfOneAccount ? Object.keys(params) : [])),
)

/** The filters that mean the same in every account: without those whose values exist in one account only. */
export function withoutAccountFilters(values: CustomerFilters): CustomerFilters {
  return { ...values, ...Object.fromEntries(Object.entries(noFilters).filter(([name]) => ofOneAccount.has(name))) }
}
