import { customerParams } from '@/lib/customers/model/customer-params'
import { parseRewardsQuery } from '@/lib/customers/rewards/parse-rewards-query'
import { rulesAnswerSchema } from '@/lib/customers/rewards/rule'
import { readRules } from '@/lib/server/customers/read-rewards'
import { route } from '@/lib/server/http/route'

/** A page of what one customer can use now: `{"rules", "unreadable", "next"}`. */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: parseRewardsQuery,
  response: rulesAnswerSchema,
  run: ({ access, query, params, signal }) => readRules(access, params.customerId, query, signal),
})
