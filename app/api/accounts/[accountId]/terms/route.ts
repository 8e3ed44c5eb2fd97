import { termsAnswerSchema } from '@/lib/customers/model/record'
import { readTerms } from '@/lib/server/customers/read-account'
import { handle, noQuery } from '@/lib/server/http/route'

/** The terms of the account: `{"terms"}`. */
export const GET = handle({
  permission: 'customers:read',
  query: noQuery,
  response: termsAnswerSchema,
  run: ({ access, signal }) => readTerms(access, signal),
})
