import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/api/client'
import { customerQueries } from '@/lib/api/queries/customers'
import { routes } from '@/lib/api/routes'
import { schemas } from '@/lib/api/schemas'
import { type CustomerFilters, noFilters } from '@/lib/customers/filters/customer-query'
import { serializeRecordQuery, serializeTokensQuery } from '@/lib/customers/filters/record-query'
import { serializeContactsScan } from '@/lib/customers/filters/scan-query'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'

const noCursor = null as string | null
/** So many customers who may be the same person are fetched at once. */
export const mostSame = 10
/** As many tokens as Dintero gives at once (contract). */
const tokensAtOnce = 100

const { api } = routes

/** The queries for one customer and what belongs to it, each with its key. */
export const recordQueries = {
  customer: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer', accountId, customerId],
      queryFn: ({ signal }) => fetchJson(api.customer(accountId, customerId), schemas.record, signal),
      enabled: canBeCustomerId(customerId),
    }),

  /** Whether a customer is still as it was read; fetched anew each time. */
  check: (accountId: string, customerId: string, etag: string | null) =>
    queryOptions({
      queryKey: ['customer-check', accountId, customerId],
      queryFn: ({ signal }) =>
        fetchJson(api.customer(accountId, customerId, serializeRecordQuery({ etag })), schemas.recordCheck, signal),
      staleTime: 0,
    }),

  tags: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-tags', accountId, customerId],
      queryFn: ({ signal }) => fetchJson(api.customerTags(accountId, customerId), schemas.tags, signal),
      enabled: canBeCustomerId(customerId),
    }),

  /** Deleted ones too: the switch shows them without another call. */
  tokens: (accountId: string, customerId: string) =>
    infiniteQueryOptions({
      queryKey: ['customer-tokens', accountId, customerId],
      queryFn: ({ signal, pageParam: starting_after }) => {
        const query = serializeTokensQuery({ limit: tokensAtOnce, include_deleted: true, starting_after })
        return fetchJson(api.tokens(accountId, customerId, query), schemas.tokens, signal)
      },
      initialPageParam: noCursor,
      getNextPageParam: ({ next }) => next?.starting_after,
      enabled: canBeCustomerId(customerId),
    }),

  communication: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-communication', accountId, customerId],
      queryFn: ({ signal }) => fetchJson(api.communication(accountId, customerId), schemas.communication, signal),
      enabled: canBeCustomerId(customerId),
    }),

  /** The scan for the contacts of a customer, a step a page. */
  contacts: (accountId: string, customerId: string) =>
    infiniteQueryOptions({
      queryKey: ['customer-contacts', accountId, customerId],
      queryFn: ({ signal, pageParam: starting_after }) =>
        fetchJson(
          api.contacts(accountId, customerId, serializeContactsScan({ starting_after })),
          schemas.customerScan,
          signal,
        ),
      initialPageParam: noCursor,
      getNextPageParam: ({ next }) => next?.starting_after,
    }),

  contactFor: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-contact-for', accountId, customerId],
      queryFn: ({ signal }) => fetchJson(api.contactFor(accountId, customerId), schemas.contactFor, signal),
      enabled: canBeCustomerId(customerId),
    }),

  raw: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-raw', accountId, customerId],
      queryFn: ({ signal }) => fetchJson(api.raw(accountId, customerId), schemas.raw, signal),
    }),

  /** Customers of any type that have exactly this email or this phone. */
  same: (accountId: string, filter: Partial<Pick<CustomerFilters, 'email' | 'phone_number'>>) =>
    customerQueries.page(accountId, {
      ...noFilters,
      ...filter,
      type: 'any',
      limit: mostSame,
      starting_after: null,
      by_word: null,
    }),
}
