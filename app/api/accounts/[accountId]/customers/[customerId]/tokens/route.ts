import { readTokensQuery } from '@/lib/customers/read-customer-query'
import { tokensAnswerSchema } from '@/lib/customers/record'
import { readTokens } from '@/lib/server/customers/reads'
import { handle } from '@/lib/server/handle'

/** A page of the tokens of one customer, newest first: `{"tokens", "unreadable", "next"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: readTokensQuery,
  response: tokensAnswerSchema,
  run: ({ access, query, customerId, signal }) => readTokens(access, customerId, query, signal),
})
