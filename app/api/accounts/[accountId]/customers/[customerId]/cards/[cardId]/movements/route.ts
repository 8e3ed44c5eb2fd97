import { cardParams, movementsAnswerSchema } from '@/lib/customers/rewards/card'
import { readMovements } from '@/lib/server/customers/read-rewards'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The movements of one card of one customer, newest first: `{"movements", "unreadable"}`. */
export const GET = route({
  permission: 'customers:read',
  params: cardParams,
  query: noQuery,
  response: movementsAnswerSchema,
  run: ({ access, params, signal }) => readMovements(access, params.customerId, params.cardId, signal),
})
