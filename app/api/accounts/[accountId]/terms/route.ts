import { termsAnswerSchema } from '@/lib/customers/model/record'
import { readTerms } from '@/lib/server/customers/read-account'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The terms of the account: `{"terms"}`. */
export const GET = route({
  permission: 'customers:read',
  query: noQuery,
  response: termsAnswerSchema,
  run: ({ access, signal }) => readTerms(access, signal),
})
