import { queryOptions } from '@tanstack/react-query'
import { ask } from '@/lib/customers/ask'
import { routes } from '@/lib/routes'

/**
 * Whether a record can be asked for by address: `.` and `..` cannot be a segment of a path, not even encoded, since
 * URL parsers remove them. Such an id is never put into an address.
 */
export const hasAddress = (customerId: string): boolean => customerId !== '.' && customerId !== '..'

/** Every call of an open record and its key. */
export const recordRequests = {
  customer: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer', accountId, customerId],
      queryFn: ({ signal }) =>
        ask(routes.api.customer(accountId, customerId), (all) => all.customerAnswerSchema, signal),
      enabled: hasAddress(customerId),
    }),

  tags: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-tags', accountId, customerId],
      queryFn: ({ signal }) =>
        ask(routes.api.customerTags(accountId, customerId), (all) => all.tagsAnswerSchema, signal),
      enabled: hasAddress(customerId),
    }),
}
