import { termsAnswerSchema } from '@/lib/customers/model/record'
import { fetchTerms } from '@/lib/server/customers/fetch-account'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The terms of the account: `{"terms"}`. */
export const GET = route({
  permission: 'customers:read',
  query: noQuery,
  response: termsAnswerSchema,
  run: ({ access, signal }) => fetchTerms(access, signal),
})
