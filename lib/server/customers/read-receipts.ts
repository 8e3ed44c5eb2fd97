import 'server-only'
import type { ReceiptAnswer, ReceiptsAnswer } from '@/lib/customers/receipts/receipt'
import type { ReceiptsQuery } from '@/lib/customers/receipts/receipts-query'
import { configuredKeys } from '@/lib/server/audit/append'
import { toAuditFilters } from '@/lib/server/audit/filters'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import {
  type FoundReceipt,
  fetchReceipt,
  fetchReceipts,
  fetchReceiptsByNumber,
} from '@/lib/server/customers/fetch/around/fetch-receipts'
import { requireSection } from '@/lib/server/customers/require-section'
import { sectionEvent, withAudit, withRecordAudit } from '@/lib/server/customers/with-audit'

/**
 * What a customer has bought, audited. All functions throw `ApiFailure`: `audit_unavailable` when the audit event cannot be
 * committed, and `not_found` where the section is switched off.
 */

/** One page of the receipts under a `customer_id`, which may be an earlier one. */
export async function readReceipts(
  access: AccountAccess,
  customerId: string,
  query: ReceiptsQuery,
  signal?: AbortSignal,
): Promise<ReceiptsAnswer> {
  requireSection('purchases')
  return withRecordAudit(access, customerId, fetchReceipts(access, customerId, query, signal), () =>
    sectionEvent(customerId, 'purchases'),
  )
}

/** One whole receipt of a customer. */
export async function readReceipt(
  access: AccountAccess,
  customerId: string,
  receiptId: string,
  signal?: AbortSignal,
): Promise<ReceiptAnswer> {
  requireSection('purchases')
  return withRecordAudit(access, customerId, fetchReceipt(access, customerId, receiptId, signal), () => {
    const event = sectionEvent(customerId, 'receipt')
    return { ...event, filters: [...(event.filters ?? []), { name: 'receipt', value: receiptId }] }
  })
}

/** The receipts with a number of the till, each with the id of its customer. */
export async function readReceiptsByNumber(
  access: AccountAccess,
  number: string,
  signal?: AbortSignal,
): Promise<FoundReceipt[]> {
  requireSection('purchases')
  return withAudit(access, fetchReceiptsByNumber(access, number, signal), (found) => ({
    kind: 'search',
    customers: [...new Set(found.flatMap(({ customer_id }) => customer_id ?? []))],
    rows: found.length,
    filters: toAuditFilters(configuredKeys(), access.account.id, { receipt: number }),
  }))
}
