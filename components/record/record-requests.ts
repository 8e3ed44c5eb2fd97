import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/fetch-json'
import { routes } from '@/lib/routes'

/** Every call of an open record and its key. The schemas come with the first call, not with the first load. */
const schemas = () => import('@/lib/customers/customer')

/**
 * Whether a record can be asked for by address: `.` and `..` cannot be a segment of a path, not even encoded, since
 * URL parsers remove them. Such an id is never put into an address.
 */
export const hasAddress = (customerId: string): boolean => customerId !== '.' && customerId !== '..'

export const recordRequests = {
  customer: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer', accountId, customerId],
      queryFn: ({ signal }) =>
        fetchJson(
          routes.api.customer(accountId, customerId),
          schemas().then((all) => all.customerAnswerSchema),
          signal,
        ),
      enabled: hasAddress(customerId),
    }),

  tags: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-tags', accountId, customerId],
      queryFn: ({ signal }) =>
        fetchJson(
          routes.api.customerTags(accountId, customerId),
          schemas().then((all) => all.tagsAnswerSchema),
          signal,
        ),
      enabled: hasAddress(customerId),
    }),
}
