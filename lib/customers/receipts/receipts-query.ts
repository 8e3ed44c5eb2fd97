import { createSerializer, type inferParserType } from 'nuqs/server'
import { customerQuery, maxLimit } from '@/lib/customers/filters/customer-query'
import { single } from '@/lib/customers/filters/parsers'

/** Longer than any id or cursor of Dintero's. */
const maxCursorLength = 1000

const opaque = single((text) => (text !== '' && text.length <= maxCursorLength ? text : null))

/** A receipt that the page of a record shows above its other purchases, by its id: `?receipt=`. */
export const linkedReceipt = opaque

/** The parameters of a customer's receipts, under Dintero's names. Its cursor is a text that only Dintero understands. */
export const receiptsQuery = {
  limit: customerQuery.limit.withDefault(maxLimit),
  starting_after: opaque,
}

export type ReceiptsQuery = inferParserType<typeof receiptsQuery>
export const serializeReceiptsQuery = createSerializer(receiptsQuery)
