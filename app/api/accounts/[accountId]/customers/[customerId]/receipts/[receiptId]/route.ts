import { receiptAnswerSchema } from '@/lib/customers/receipts/receipt'
import { receiptParams } from '@/lib/customers/receipts/receipt-params'
import { readReceipt } from '@/lib/server/customers/read-receipts'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** One whole receipt of one customer: `{"receipt"}`. */
export const GET = route({
  permission: 'customers:read',
  params: receiptParams,
  query: noQuery,
  response: receiptAnswerSchema,
  run: ({ access, params, signal }) => readReceipt(access, params.customerId, params.receiptId, signal),
})
