import type { CustomerQuery } from './match'

/** The SQL for a query that only filters by the columns `type` and `deleted`. */
export function rowCriteria({ type, includeDeleted }: CustomerQuery): string {
  // The type is one of the known values and never raw text of a request.
  const ofType = type === undefined ? "and type <> 'contact'" : type === 'any' ? '' : `and type = '${type}'`
  return `${ofType} ${includeDeleted ? '' : 'and deleted = 0'}`
}
