import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { loadAtRest } from '@/components/ui/lazy-part'
import { serializeActivityQuery } from '@/lib/activity/activity-query'
import { ask, askRecord } from '@/lib/customers/ask'
import { canBeCustomerId } from '@/lib/customers/customer-id'
import {
  type CustomerFilters,
  type CustomerQuery,
  noFilters,
  serializeCustomerQuery,
} from '@/lib/customers/customer-query'
import { serializeRecordQuery, serializeTokensQuery } from '@/lib/customers/record-query'
import { serializeContactsScan } from '@/lib/customers/scan-query'
import { fetchJson } from '@/lib/fetch-json'
import { recordRoutes } from '@/lib/record-routes'
import { routes } from '@/lib/routes'

const loadActivity = loadAtRest(() => import('@/lib/activity/activity'))
// The schemas of `askRecord`.
loadAtRest(() => import('@/lib/customers/record'))

const noCursor = null as string | null
/** What an account declares changes seldom. */
const accountStaleMs = 600_000
/** So many customers who may be the same person are read at once. */
export const mostSame = 10
/** As many tokens as Dintero gives at once (contract). */
const tokensAtOnce = 100

/** Every call of an open record and its key. */
export const recordRequests = {
  customer: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer', accountId, customerId],
      queryFn: ({ signal }) =>
        askRecord(routes.api.customer(accountId, customerId), (all) => all.recordAnswerSchema, signal),
      enabled: canBeCustomerId(customerId),
    }),

  /** Whether a customer is still as it was read. Asked anew each time. */
  check: (accountId: string, customerId: string, etag: string | null) =>
    queryOptions({
      queryKey: ['customer-check', accountId, customerId],
      queryFn: ({ signal }) =>
        askRecord(
          routes.api.customer(accountId, customerId, serializeRecordQuery({ etag })),
          (all) => all.recordCheckSchema,
          signal,
        ),
      staleTime: 0,
    }),

  tags: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-tags', accountId, customerId],
      queryFn: ({ signal }) => ask(recordRoutes.tags(accountId, customerId), (all) => all.tagsAnswerSchema, signal),
      enabled: canBeCustomerId(customerId),
    }),

  /** Deleted ones too: the switch shows them without another call. */
  tokens: (accountId: string, customerId: string) =>
    infiniteQueryOptions({
      queryKey: ['customer-tokens', accountId, customerId],
      queryFn: ({ signal, pageParam: starting_after }) => {
        const query = serializeTokensQuery({ limit: tokensAtOnce, include_deleted: true, starting_after })
        return askRecord(recordRoutes.tokens(accountId, customerId, query), (all) => all.tokensAnswerSchema, signal)
      },
      initialPageParam: noCursor,
      getNextPageParam: ({ next }) => next?.starting_after,
      enabled: canBeCustomerId(customerId),
    }),

  communication: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-communication', accountId, customerId],
      queryFn: ({ signal }) =>
        askRecord(recordRoutes.communication(accountId, customerId), (all) => all.communicationAnswerSchema, signal),
      enabled: canBeCustomerId(customerId),
    }),

  /** The search for the contacts of a customer, a step a page. */
  contacts: (accountId: string, customerId: string) =>
    infiniteQueryOptions({
      queryKey: ['customer-contacts', accountId, customerId],
      queryFn: ({ signal, pageParam: starting_after }) =>
        ask(
          recordRoutes.contacts(accountId, customerId, serializeContactsScan({ starting_after })),
          (all) => all.customerScanSchema,
          signal,
        ),
      initialPageParam: noCursor,
      getNextPageParam: ({ next }) => next?.starting_after,
    }),

  contactFor: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-contact-for', accountId, customerId],
      queryFn: ({ signal }) =>
        askRecord(recordRoutes.contactFor(accountId, customerId), (all) => all.contactForAnswerSchema, signal),
      enabled: canBeCustomerId(customerId),
    }),

  /** Who has looked at a customer: asked anew each time it is opened. */
  activity: (accountId: string, customer: string) =>
    infiniteQueryOptions({
      queryKey: ['customer-activity', accountId, customer],
      queryFn: ({ signal, pageParam: before }) =>
        fetchJson(
          routes.api.activity(accountId, serializeActivityQuery({ customer, before })),
          loadActivity().then((all) => all.activityPageSchema),
          signal,
        ),
      initialPageParam: null as number | null,
      getNextPageParam: ({ next }) => next?.before,
      staleTime: 0,
    }),

  raw: (accountId: string, customerId: string) =>
    queryOptions({
      queryKey: ['customer-raw', accountId, customerId],
      queryFn: ({ signal }) => askRecord(recordRoutes.raw(accountId, customerId), (all) => all.rawAnswerSchema, signal),
    }),

  /** Customers of any type that have exactly this email or this phone. */
  same: (accountId: string, filter: Partial<Pick<CustomerFilters, 'email' | 'phone_number'>>) => {
    const query: CustomerQuery = {
      ...noFilters,
      ...filter,
      type: 'any',
      limit: mostSame,
      starting_after: null,
      by_word: null,
    }
    const text = serializeCustomerQuery({ ...query })
    return queryOptions({
      queryKey: ['customers', accountId, text],
      queryFn: ({ signal }) => ask(routes.api.customers(accountId, text), (all) => all.customerPageSchema, signal),
    })
  },

  terms: (accountId: string) =>
    queryOptions({
      queryKey: ['terms', accountId],
      queryFn: ({ signal }) => askRecord(recordRoutes.terms(accountId), (all) => all.termsAnswerSchema, signal),
      staleTime: accountStaleMs,
    }),

  settings: (accountId: string) =>
    queryOptions({
      queryKey: ['settings', accountId],
      queryFn: ({ signal }) => ask(routes.api.settings(accountId), (all) => all.settingsAnswerSchema, signal),
      staleTime: accountStaleMs,
    }),
}
