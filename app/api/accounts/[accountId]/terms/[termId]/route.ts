import { z } from 'zod/mini'
import { termAnswerSchema } from '@/lib/customers/model/record'
import { fetchTerm } from '@/lib/server/customers/fetch-account'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The terms that a customer's `term.id` names, also deleted ones: `{"term"}`. */
export const GET = route({
  permission: 'customers:read',
  params: z.object({ termId: z.string() }),
  query: noQuery,
  response: termAnswerSchema,
  run: ({ access, params, signal }) => fetchTerm(access, params.termId, signal),
})
