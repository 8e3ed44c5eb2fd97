import { customerParams } from '@/lib/customers/model/customer-params'
import { cardsAnswerSchema } from '@/lib/customers/rewards/card'
import { parseRewardsQuery } from '@/lib/customers/rewards/parse-rewards-query'
import { readCards } from '@/lib/server/customers/read-rewards'
import { route } from '@/lib/server/http/route'

/** A page of the gift cards and credit notes of one customer: `{"cards", "unreadable", "next"}`. */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: parseRewardsQuery,
  response: cardsAnswerSchema,
  run: ({ access, query, params, signal }) => readCards(access, params.customerId, query, signal),
})
