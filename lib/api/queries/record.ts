import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/api/client'
import { customerQueries } from '@/lib/api/queries/customers'
import { cursorRepeats } from '@/lib/api/queries/scans'
import { routes } from '@/lib/api/routes'
import { customerSchema, recordSchema } from '@/lib/api/schemas'
import { type CustomerFilters, noFilters } from '@/lib/customers/filters/customer-query'
import { serializeRecordQuery, serializeTokensQuery } from '@/lib/customers/filters/record-query'
import { serializeContactsScan } from '@/lib/customers/filters/scan-query'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'

const noCursor = null as string | null
/** The number of customers that are fetched as possibly the same person. */
export const maxSameCustomers = 10
/** The largest page of tokens at Dintero (contract page). */
const tokensPerPage = 100

const { api } = routes

/** The queries for one customer and what belongs to it, each with its key. */
export const recordQueries = {
  customer: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer', accountId, customerId],
      queryFn: ({ signal }) =>
        fetchJson(api.customer(accountId, customerId), recordSchema('recordAnswerSchema'), signal),
      enabled: canBeCustomerId(customerId),
    }),

  /** Whether a customer has changed since it was read; never cached. */
  check: (accountId: string, customerId: string, etag: string | null) =>
    queryOptions({
      queryKey: ['customer-check', accountId, customerId],
      queryFn: ({ signal }) =>
        fetchJson(
          api.customer(accountId, customerId, serializeRecordQuery({ etag })),
          recordSchema('recordCheckSchema'),
          signal,
        ),
      staleTime: 0,
    }),

  tags: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-tags', accountId, customerId],
      queryFn: ({ signal }) =>
        fetchJson(api.customerTags(accountId, customerId), customerSchema('tagsAnswerSchema'), signal),
      enabled: canBeCustomerId(customerId),
    }),

  /** What the keys of the tokens of all customers of an account begin with. */
  tokensKey: (accountId: string) => ['customer-tokens', accountId],

  /** All tokens with the deleted ones, which a switch shows without another call. */
  tokens: (accountId: string, customerId: string) =>
    infiniteQueryOptions({
      queryKey: [...recordQueries.tokensKey(accountId), customerId],
      queryFn: ({ signal, pageParam: starting_after }) => {
        const query = serializeTokensQuery({ limit: tokensPerPage, include_deleted: true, starting_after })
        return fetchJson(api.tokens(accountId, customerId, query), recordSchema('tokensAnswerSchema'), signal)
      },
      initialPageParam: noCursor,
      getNextPageParam: ({ next }) => next?.starting_after,
      enabled: canBeCustomerId(customerId),
    }),

  communication: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-communication', accountId, customerId],
      queryFn: ({ signal }) =>
        fetchJson(api.communication(accountId, customerId), recordSchema('communicationAnswerSchema'), signal),
      enabled: canBeCustomerId(customerId),
    }),

  /** The scan for the contacts of a customer; each page is one step. */
  contacts: (accountId: string, customerId: string) =>
    infiniteQueryOptions({
      queryKey: ['customer-contacts', accountId, customerId],
      queryFn: async ({ client, queryKey, signal, pageParam: starting_after }) => {
        const url = api.contacts(accountId, customerId, serializeContactsScan({ starting_after }))
        const step = await fetchJson(url, customerSchema('customerScanSchema'), signal)
        const cursors = client.getQueryData<InfiniteData<unknown>>(queryKey)?.pageParams ?? []
        const at = cursors.indexOf(starting_after)
        const passed = [...(at < 0 ? cursors : cursors.slice(0, at)), starting_after]
        if (step.next && passed.includes(step.next.starting_after)) throw cursorRepeats
        return step
      },
      initialPageParam: noCursor,
      getNextPageParam: ({ next }) => next?.starting_after,
      // A scan of hundreds of steps is not repeated because the record is opened once more.
      staleTime: Number.POSITIVE_INFINITY,
    }),

  contactFor: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-contact-for', accountId, customerId],
      queryFn: ({ signal }) =>
        fetchJson(api.contactFor(accountId, customerId), recordSchema('contactForAnswerSchema'), signal),
      enabled: canBeCustomerId(customerId),
    }),

  raw: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-raw', accountId, customerId],
      queryFn: ({ signal }) => fetchJson(api.raw(accountId, customerId), recordSchema('rawAnswerSchema'), signal),
    }),

  /** The customers of any type with exactly this email or phone number. */
  same: (accountId: string, filter: Partial<Pick<CustomerFilters, 'email' | 'phone_number'>>) =>
    customerQueries.page(accountId, {
      ...noFilters,
      ...filter,
      type: 'any',
      limit: maxSameCustomers,
      starting_after: null,
      by_word: null,
    }),
}
