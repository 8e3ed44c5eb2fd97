import type { CustomerQuery } from './match'

/** Criteria on the columns `type` and `deleted`, for a query that has nothing else to look up. */
export function rowCriteria({ type, includeDeleted }: CustomerQuery): string {
  // A type is one of five words, never text of a request.
  const ofType = type === undefined ? "and type <> 'contact'" : type === 'any' ? '' : `and type = '${type}'`
  return `${ofType} ${includeDeleted ? '' : 'and deleted = 0'}`
}
