import { changesAnswerSchema } from '@/lib/customers/changes/change'
import { parseChangesQuery } from '@/lib/customers/changes/parse-changes-query'
import { customerParams } from '@/lib/customers/model/customer-params'
import { readChanges } from '@/lib/server/customers/read-changes'
import { route } from '@/lib/server/http/route'

/** What Dintero has reported of one customer, the latest first: `{"changes", "next", "is_on", "since"}`. */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: parseChangesQuery,
  response: changesAnswerSchema,
  run: ({ access, params, query }) => readChanges(access, params.customerId, query),
})
