import { cardAnswerSchema, cardParams } from '@/lib/customers/rewards/card'
import { readCard } from '@/lib/server/customers/read-rewards'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** One card of one customer, with its balance: `{"card"}`. */
export const GET = route({
  permission: 'customers:read',
  params: cardParams,
  query: noQuery,
  response: cardAnswerSchema,
  run: ({ access, params, signal }) => readCard(access, params.customerId, params.cardId, signal),
})
