import type { QueryProblem } from '@/lib/customers/filters/parse-customer-query'
import { searchFilters as filters } from '@/lib/customers/filters/search/registry'
import { namesOf } from '@/lib/customers/search-text/operators/words'

/** Names under which a filter may stand in a link that somebody has written, in small letters. */
const filterNames = new Set(
  [
    ...filters.flatMap(({ params, pageParams, operator }) => [
      ...Object.keys({ ...params, ...pageParams }),
      ...(operator ? namesOf(operator.name) : []),
    ]),
    // What the scans take, and the property by which a customer is named.
    ...['changed_at', 'was', 'customer_id', 'id'],
  ].map((name) => name.toLowerCase()),
)

/**
 * The problems of a URL that leave a filter unread: it stands there and sets nothing, so the rows would be those of more
 * customers than it names, or of everybody. Other parameters, such as `limit`, do not change who is found.
 */
export const unreadFilters = (problems: readonly QueryProblem[]): QueryProblem[] =>
  problems.filter(({ field }) => filterNames.has(field.toLowerCase()))
