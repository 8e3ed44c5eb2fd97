import { parseTokensQuery } from '@/lib/customers/filters/parse-customer-query'
import { customerParams } from '@/lib/customers/model/customer-params'
import { tokensAnswerSchema } from '@/lib/customers/model/record'
import { readCustomerTokens } from '@/lib/server/customers/read-record'
import { route } from '@/lib/server/http/route'

/** A page of the tokens of one customer, newest first: `{"tokens", "unreadable", "next"}`. */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: parseTokensQuery,
  response: tokensAnswerSchema,
  run: ({ access, query, params, signal }) => readCustomerTokens(access, params.customerId, query, signal),
})
