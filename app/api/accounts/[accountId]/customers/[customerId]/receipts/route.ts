import { customerParams } from '@/lib/customers/model/customer-params'
import { parseReceiptsQuery } from '@/lib/customers/receipts/parse-receipts-query'
import { receiptsAnswerSchema } from '@/lib/customers/receipts/receipt'
import { readReceipts } from '@/lib/server/customers/read-receipts'
import { route } from '@/lib/server/http/route'

/** A page of the receipts of one customer, newest first: `{"receipts", "unreadable", "next"}`. */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: parseReceiptsQuery,
  response: receiptsAnswerSchema,
  run: ({ access, query, params, signal }) => readReceipts(access, params.customerId, query, signal),
})
