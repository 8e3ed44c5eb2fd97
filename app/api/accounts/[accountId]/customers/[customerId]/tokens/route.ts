import { parseTokensQuery } from '@/lib/customers/filters/parse-customer-query'
import { tokensAnswerSchema } from '@/lib/customers/model/record'
import { readTokens } from '@/lib/server/customers/reads'
import { handle } from '@/lib/server/http/route'

/** A page of the tokens of one customer, newest first: `{"tokens", "unreadable", "next"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: parseTokensQuery,
  response: tokensAnswerSchema,
  run: ({ access, query, customerId, signal }) => readTokens(access, customerId, query, signal),
})
