import {
  type CustomerSearchParams,
  type ListFilters,
  serializeCustomerSearchParams,
} from '@/lib/customers/filters/customer-query'

/** Where a page of the list begins; every value is null on the first page. */
export type PageCursor = Pick<CustomerSearchParams, 'starting_after' | 'by_word' | 'since_moved'>

export const firstPageCursor: PageCursor = { starting_after: null, by_word: null, since_moved: null }

/** A change of filters, which may open or close a record in the same step. */
export type FilterChange = Partial<ListFilters> & Partial<Pick<CustomerSearchParams, 'record' | 'section'>>

/** The canonical text of filters, to compare them by. */
export const serializeListFilters = (filters: ListFilters) => serializeCustomerSearchParams({ ...filters })

/** Search params with other filters: the list begins at its first page, and a scan ends. */
export function withFilters(current: CustomerSearchParams, change: FilterChange): CustomerSearchParams {
  return {
    ...withPage(current, firstPageCursor, 1),
    // How a search is read belongs to its text.
    match: change.search === undefined || change.search === current.search ? current.match : null,
    ...change,
    // The API cannot list the changes of deleted customers only, so the later choice replaces the earlier one.
    ...(change.since_datetime ? { only: null } : {}),
    ...(change.only ? { since_datetime: null, include_deleted: false } : {}),
    changed_at: null,
    was: null,
    open: null,
  }
}

/** Search params with a view and its filters alone; the record that is open belongs to the list of before. */
export function withView(
  current: CustomerSearchParams,
  view: string | null,
  filters: ListFilters,
): CustomerSearchParams {
  return { ...withFilters(current, { ...filters, record: null, section: null }), view }
}

/** Search params with the page that begins at a cursor. */
export function withPage(
  current: CustomerSearchParams,
  cursor: Partial<PageCursor>,
  pageNumber: number,
): CustomerSearchParams {
  return { ...current, ...firstPageCursor, ...cursor, at: pageNumber }
}

/** Search params with a scan for the customers that changed at one instant, which a list of changes cannot hold. */
export function withScanOfChanges(current: CustomerSearchParams, changed_at: string): CustomerSearchParams {
  return { ...withPage(current, firstPageCursor, 1), changed_at, since_datetime: null }
}

/** Search params with an open record, or with none. */
export function withRecord(current: CustomerSearchParams, customerId: string | null): CustomerSearchParams {
  return customerId === null ? { ...current, record: null, section: null } : { ...current, record: customerId }
}
