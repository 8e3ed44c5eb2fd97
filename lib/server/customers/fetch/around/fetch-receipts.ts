import 'server-only'
import type { ReceiptAnswer, ReceiptsAnswer } from '@/lib/customers/receipts/receipt'
import { maskReceipt } from '@/lib/customers/receipts/receipt-mask'
import type { ReceiptsQuery } from '@/lib/customers/receipts/receipts-query'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { foundReceiptsEndpoint, receiptEndpoint, receiptsEndpoint } from '@/lib/server/customers/endpoints'
import { toReceipt, toReceiptSummary } from '@/lib/server/customers/fetch/around/to-receipt'
import { fetchResource } from '@/lib/server/customers/fetch/fetch-resource'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { isNotFound, toApiFailure } from '@/lib/server/http/api-failure'
import { wireReceipt, wireReceiptPage, wireReceiptSummary } from '@/lib/server/upstream/receipt-schemas'

/** What a customer has bought. Each function makes one call and throws `ApiFailure`. */

const noReceipts: ReceiptsAnswer = { receipts: [], unreadable: 0, next: null }

/**
 * One page of the receipts under a `customer_id`. An id that Dintero has no receipts for may be answered with 404, which is
 * none. A page that leads back to itself, or that is longer than was requested, is a failure.
 */
export async function fetchReceipts(
  access: AccountAccess,
  customerId: string,
  { limit, starting_after }: ReceiptsQuery,
  signal?: AbortSignal,
): Promise<ReceiptsAnswer> {
  const page = await fetchResource(access, {
    ...receiptsEndpoint(customerId),
    query: { limit: String(limit), ...(starting_after !== null && { starting_after }) },
    schema: wireReceiptPage,
    signal,
  }).catch((thrown: unknown) => {
    if (isNotFound(thrown) && starting_after === null) return null
    throw thrown
  })
  if (page === null) return noReceipts
  const { receipts: rows, starting_after: cursor } = page
  if (rows.length > limit || (cursor && cursor === starting_after)) throw toApiFailure({ kind: 'invalid' })
  const parsed = rows.flatMap((row) => wireReceiptSummary.safeParse(row).data ?? [])
  const receipts = [...new Map(parsed.map((receipt) => [receipt.id, toReceiptSummary(receipt)])).values()]
  return {
    receipts,
    unreadable: rows.length - parsed.length,
    next: cursor && rows.length > 0 ? { starting_after: cursor } : null,
  }
}

/** One whole receipt of a customer; `not_found` where it is not kept under this `customer_id`. */
export async function fetchReceipt(
  access: AccountAccess,
  customerId: string,
  receiptId: string,
  signal?: AbortSignal,
): Promise<ReceiptAnswer> {
  const wire = await fetchResource(access, { ...receiptEndpoint(customerId, receiptId), schema: wireReceipt, signal })
  // A receipt other than the requested one is never shown in its place.
  if (wire.id !== receiptId || (wire.customer_id ?? customerId) !== customerId) throw toApiFailure({ kind: 'invalid' })
  const receipt = toReceipt(wire)
  return { receipt: (await getMask(access)).isMasked ? maskReceipt(receipt) : receipt }
}

/** A receipt that was found by its number; without a customer it leads to nobody. */
export type FoundReceipt = ReturnType<typeof toReceiptSummary> & { customer_id: string | null }

/** The receipts with this number of the till. Several tills may give the same number. */
export async function fetchReceiptsByNumber(
  access: AccountAccess,
  number: string,
  signal?: AbortSignal,
): Promise<FoundReceipt[]> {
  const { receipts } = await fetchResource(access, {
    ...foundReceiptsEndpoint,
    query: { receipt_id: number },
    schema: wireReceiptPage,
    signal,
  })
  return receipts
    .flatMap((row) => wireReceipt.safeParse(row).data ?? [])
    .map((wire) => ({ ...toReceiptSummary(wire), customer_id: wire.customer_id || null }))
}
