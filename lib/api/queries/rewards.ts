import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { aroundRoutes } from '@/lib/api/around-routes'
import { fetchJson } from '@/lib/api/client'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'
import { cardAnswerSchema, cardsAnswerSchema, movementsAnswerSchema } from '@/lib/customers/rewards/card'
import { serializeRewardsQuery } from '@/lib/customers/rewards/rewards-query'
import { rulesAnswerSchema } from '@/lib/customers/rewards/rule'

const noCursor = null as string | null

/** Whether a card has a URL; the same bounds hold as for the id of a customer. */
const hasUrl = canBeCustomerId

/** The queries for the cards of a customer and for what they can use now, each with its key. */
export const rewardQueries = {
  rules: (accountId: string, customerId: string) =>
    infiniteQueryOptions({
      queryKey: ['customer-rules', accountId, customerId],
      queryFn: ({ signal, pageParam: starting_after }) => {
        const url = aroundRoutes.rules(accountId, customerId, serializeRewardsQuery({ starting_after }))
        return fetchJson(url, async () => rulesAnswerSchema, signal)
      },
      initialPageParam: noCursor,
      getNextPageParam: ({ next }) => next?.starting_after,
      enabled: canBeCustomerId(customerId),
    }),

  cards: (accountId: string, customerId: string) =>
    infiniteQueryOptions({
      queryKey: ['customer-cards', accountId, customerId],
      queryFn: ({ signal, pageParam: starting_after }) => {
        const url = aroundRoutes.cards(accountId, customerId, serializeRewardsQuery({ starting_after }))
        return fetchJson(url, async () => cardsAnswerSchema, signal)
      },
      initialPageParam: noCursor,
      getNextPageParam: ({ next }) => next?.starting_after,
      enabled: canBeCustomerId(customerId),
    }),

  /** The balance of a card is requested while it is shown. */
  card: (accountId: string, customerId: string, cardId: string, isShown: boolean) =>
    queryOptions({
      queryKey: ['customer-card', accountId, customerId, cardId],
      queryFn: ({ signal }) =>
        fetchJson(aroundRoutes.card(accountId, customerId, cardId), async () => cardAnswerSchema, signal),
      enabled: isShown && hasUrl(cardId),
    }),

  movements: (accountId: string, customerId: string, cardId: string) =>
    queryOptions({
      queryKey: ['customer-card-movements', accountId, customerId, cardId],
      queryFn: ({ signal }) =>
        fetchJson(aroundRoutes.movements(accountId, customerId, cardId), async () => movementsAnswerSchema, signal),
      enabled: hasUrl(cardId),
    }),
}
