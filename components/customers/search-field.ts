import type { CustomerFilters } from '@/lib/customers/filters/customer-query'

/** The filter that the search box shows; the others are in the filter bar. */
export function searchFieldOf({ search, email, phone_number }: CustomerFilters): 'search' | 'email' | 'phone_number' {
  if (search !== null || (email === null && phone_number === null)) return 'search'
  return email !== null ? 'email' : 'phone_number'
}
