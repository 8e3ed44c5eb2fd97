import { firstPageCursor, type PageCursor } from '@/components/customers/next-search-params'
import {
  type CustomerQuery,
  type CustomerSearchParams,
  serializeCustomerQuery,
  toApiQuery,
} from '@/lib/customers/filters/customer-query'
import type { CustomerPage } from '@/lib/customers/model/customer'

/** The cursor of the page after this one. */
export function getNextCursor({ next }: CustomerPage): PageCursor | null {
  if (next === null) return null
  if ('since_datetime' in next) return { ...firstPageCursor, since_moved: next.since_datetime }
  return { ...firstPageCursor, starting_after: next.starting_after, by_word: next.by_word ?? null }
}

/**
 * The customers that the next page repeats: a page of changes begins with all customers of the instant that ended the page
 * before it (contract).
 */
export function getOverlap({ customers, next }: CustomerPage): string[] {
  if (next === null || !('since_datetime' in next)) return []
  const repeated = customers.filter(({ updated_at, deleted_at }) => (updated_at ?? deleted_at) === next.since_datetime)
  return repeated.map(({ customer_id }) => customer_id)
}

/** The query of the page that begins at a cursor. */
export function toPageQuery(query: CustomerQuery, { since_moved, ...cursor }: PageCursor): CustomerQuery {
  return { ...query, ...cursor, since_datetime: since_moved ?? query.since_datetime }
}

const isTextOrNull = (value: unknown) => value === null || typeof value === 'string'

/** Whether a value from the session storage is a cursor. */
export function isPageCursor(value: unknown): value is PageCursor {
  if (typeof value !== 'object' || value === null) return false
  if (!('starting_after' in value && 'by_word' in value && 'since_moved' in value)) return false
  return [value.starting_after, value.by_word, value.since_moved].every(isTextOrNull)
}

/** The canonical text of what a list queries, which is the same on all its pages. */
export const toQueryText = (params: CustomerSearchParams): string =>
  serializeCustomerQuery({ ...toApiQuery(params), ...firstPageCursor, since_datetime: params.since_datetime })

/** How the pages that this tab has seen of a list are found, from its search params. */
export function toPageHistory(accountId: string, params: CustomerSearchParams) {
  const { starting_after, by_word, since_moved, at } = params
  const isFirstPage = starting_after === null && since_moved === null
  return {
    storageKey: `customer pages ${accountId} ${toQueryText(params)}`,
    cursor: isFirstPage ? null : { starting_after, by_word, since_moved },
    // A URL may hold a cursor without its page number, which is then 1.
    pageNumber: at >= 2 ? at : null,
    isCursor: isPageCursor,
  }
}
