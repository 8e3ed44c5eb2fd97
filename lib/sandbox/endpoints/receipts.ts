import { badParameter, notFound } from '../http/api-error'
import { limitParameter, textParameter } from '../http/parameters'
import type { ReceiptHead } from '../receipts/generate-receipts'
import { type ReceiptMinimal, toMinimal } from '../receipts/receipt'
import { type Call, endpoint } from './endpoint'
import { newestFirst } from './page-of'
import { one } from './schemas'

const base = '/accounts/{aid}/receipts'
const scope = 'read:receipts'

type CustomerCall = Pick<Call<Record<never, never>>, 'around' | 'holds' | 'account' | 'accountId' | 'segment'>

function headsOf({ around, holds, account, accountId, segment }: CustomerCall): ReceiptHead[] {
  const found = around.receipts.of(account, accountId, segment)
  if (!found && !holds('receipts-of-nobody-are-empty')) throw notFound('No such customer')
  const ordered = (found ?? []).toSorted(newestFirst)
  return holds('receipts-newest-first') ? ordered : ordered.reverse()
}

/** The amounts as they are where they do not come in the minor unit. */
const inUnit = <R extends ReceiptMinimal>(receipt: R, holds: CustomerCall['holds']): R =>
  holds('receipt-amounts-are-minor') || receipt.gross_amount === undefined
    ? receipt
    : { ...receipt, gross_amount: receipt.gross_amount / 100 }

/** The receipts under a `customer_id`, which after a change of ids is still the one of the time of the purchase. */
export const customerReceipts = endpoint({
  id: 'customerReceipts',
  schema: one('ReceiptPage'),
  path: `${base}/customers/{customer_id}`,
  scope,
  summary: 'Receipts of a customer, newest first; the cursor of the next page stands in the body',
  parameters: {
    limit: limitParameter,
    starting_after: textParameter('Cursor: starting_after of the page before'),
  },
  answer(call) {
    const { limit = 10, starting_after } = call.query
    const heads = headsOf(call)
    const cursor = heads.findIndex(({ id }) => id === starting_after)
    if (starting_after !== undefined && cursor === -1) throw badParameter('starting_after', 'is the id of nothing here')
    const page = heads.slice(cursor + 1, cursor + 1 + limit)
    const hasMore = cursor + 1 + limit < heads.length && call.holds('receipts-cursor-in-body')
    return {
      body: JSON.stringify({
        receipts: page.map((head) => inUnit(toMinimal(head.make()), call.holds)),
        ...(hasMore && { starting_after: page.at(-1)?.id }),
      }),
    }
  },
})

export const oneReceipt = endpoint({
  id: 'oneReceipt',
  schema: one('Receipt'),
  path: `${base}/customers/{customer_id}/{receipt_id}`,
  scope,
  summary: 'One whole receipt of a customer',
  parameters: {},
  answer(call) {
    const found = headsOf(call).find(({ id }) => id === call.innerSegment)
    if (!found) throw notFound('No such receipt')
    const receipt = inUnit(found.make(), call.holds)
    const { customer_id, ...unnamed } = receipt
    return { body: JSON.stringify(call.holds('receipt-names-customer') ? receipt : unnamed) }
  },
})

export const findReceipts = endpoint({
  id: 'findReceipts',
  schema: one('FoundReceipts'),
  path: `${base}/search`,
  scope,
  summary: 'Receipts by the number of the till, which a customer reads off the paper',
  parameters: { receipt_id: textParameter('The number of the receipt') },
  answer({ around, holds, account, accountId, query: { receipt_id } }) {
    if (receipt_id === undefined) throw badParameter('receipt_id', 'is required')
    const found = around.receipts.byNumber(account, accountId, receipt_id).map((receipt) => inUnit(receipt, holds))
    const shown = holds('receipt-search-names-customer') ? found : found.map(toMinimal)
    return { body: JSON.stringify({ receipts: shown }) }
  },
})
