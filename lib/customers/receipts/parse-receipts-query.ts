import { parseParams } from '@/lib/customers/filters/parse-customer-query'
import { receiptsQuery } from '@/lib/customers/receipts/receipts-query'

/** A page of the receipts of a customer, as the API takes it. */
export const parseReceiptsQuery = (params: URLSearchParams) =>
  parseParams(params, receiptsQuery, { limit: 'limit', starting_after: 'startingAfterPage' })
