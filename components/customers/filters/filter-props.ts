import type { UseQueryResult } from '@tanstack/react-query'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import type { ApiError } from '@/lib/api/errors'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import type { filters } from '@/lib/customers/filters/registry'
import type { TagsAnswer } from '@/lib/customers/model/customer'

export type Filter = (typeof filters)[number]

/** The menu or form of the filter bar that is open; `narrow` is the menu of all filters on a narrow screen. */
export type OpenFilter = Filter['name'] | 'narrow' | null

/** What every facet of the filter bar needs, whatever its kind. */
export type FilterBarContext = {
  accountId: string
  filters: ListFilters
  setFilters: CustomerUrl['setFilters']
  tags: UseQueryResult<TagsAnswer, ApiError>
  onOpen: (filter: OpenFilter) => void
}

/** A filter whose facet is of one of these kinds. */
export type FilterOf<Kind extends NonNullable<Filter['facet']>['kind']> = {
  label: NonNullable<Filter['label']>
  facet: Extract<NonNullable<Filter['facet']>, { kind: Kind }>
}
