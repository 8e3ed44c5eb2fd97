import 'server-only'
import type { Amount } from '@/lib/customers/receipts/receipt'

/** A whole number stays one; anything else is a text, which is shown and never counted. */
export const toAmount = (amount: number | string | null | undefined): Amount =>
  amount === null || amount === undefined || Number.isSafeInteger(amount) ? (amount ?? undefined) : String(amount)
