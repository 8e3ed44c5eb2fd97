import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { aroundRoutes } from '@/lib/api/around-routes'
import { fetchJson } from '@/lib/api/client'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'
import { type ReceiptsAnswer, receiptAnswerSchema, receiptsAnswerSchema } from '@/lib/customers/receipts/receipt'
import { serializeReceiptsQuery } from '@/lib/customers/receipts/receipts-query'

/** The first page is short, so that it is there soon; who wants older ones gets many at a time. */
export const firstReceipts = 25
const olderReceipts = 100

/** How many contacts are read side by side. */
const contactsAtOnce = 2

/** A place in the receipts of several ids, one after the other: which id, and the cursor within its receipts. */
type Place = { at: number; starting_after: string | null }
/** A page of the receipts of one id. */
export type ReceiptsPage = ReceiptsAnswer & { customerId: string; at: number }

const firstPlace: Place = { at: 0, starting_after: null }

/** The queries for what a customer has bought, each with its key. */
export const receiptQueries = {
  /** The receipts under the present id of a customer, and after them those under its earlier ids. */
  list: (accountId: string, customerId: string, formerIds: readonly string[]) => {
    const ids = [customerId, ...formerIds]
    return infiniteQueryOptions({
      queryKey: ['customer-receipts', accountId, ...ids],
      queryFn: async ({ signal, pageParam: { at, starting_after } }): Promise<ReceiptsPage> => {
        const id = ids[at] ?? customerId
        const limit = at === 0 && starting_after === null ? firstReceipts : olderReceipts
        const url = aroundRoutes.receipts(accountId, id, serializeReceiptsQuery({ limit, starting_after }))
        return { ...(await fetchJson(url, async () => receiptsAnswerSchema, signal)), customerId: id, at }
      },
      initialPageParam: firstPlace,
      getNextPageParam: ({ next, at }): Place | undefined => {
        if (next) return { at, starting_after: next.starting_after }
        return at + 1 < ids.length ? { at: at + 1, starting_after: null } : undefined
      },
      enabled: canBeCustomerId(customerId),
    })
  },

  /** The first receipts of each of these contacts of a company; each page is a step of a few contacts. */
  byContacts: (accountId: string, companyId: string, contactIds: readonly string[]) =>
    infiniteQueryOptions({
      queryKey: ['contact-receipts', accountId, companyId, ...contactIds],
      queryFn: ({ signal, pageParam: begin }): Promise<ReceiptsPage[]> => {
        const query = serializeReceiptsQuery({ limit: firstReceipts, starting_after: null })
        const fetchFirst = async (customerId: string): Promise<ReceiptsPage> => {
          const url = aroundRoutes.receipts(accountId, customerId, query)
          return { ...(await fetchJson(url, async () => receiptsAnswerSchema, signal)), customerId, at: 0 }
        }
        return Promise.all(contactIds.slice(begin, begin + contactsAtOnce).map(fetchFirst))
      },
      initialPageParam: 0,
      getNextPageParam: (_page, _pages, begin) =>
        begin + contactsAtOnce < contactIds.length ? begin + contactsAtOnce : undefined,
      enabled: contactIds.length > 0,
    }),

  receipt: (accountId: string, customerId: string, receiptId: string) =>
    queryOptions({
      queryKey: ['customer-receipt', accountId, customerId, receiptId],
      queryFn: ({ signal }) =>
        fetchJson(aroundRoutes.receipt(accountId, customerId, receiptId), async () => receiptAnswerSchema, signal),
    }),
}
