import { calendarDateIn } from '@/lib/calendar'
import { currencyCode, isCountable } from '@/lib/customers/receipts/amount'
import type { ReceiptSummary } from '@/lib/customers/receipts/receipt'
import { parseInstant } from '@/lib/time'

/** The receipts of one month; `key` is `2026-11`, and empty for receipts without a date. */
export type ReceiptMonth<R> = { key: string; receipts: R[] }

const timeOf = ({ at }: ReceiptSummary) => parseInstant(at)?.getTime() ?? Number.NEGATIVE_INFINITY

/** The month of a purchase in a zone. */
function monthOf({ at }: ReceiptSummary, zone: string): string {
  const date = parseInstant(at)
  const day = date && calendarDateIn(date, zone)
  return day ? `${String(day.year).padStart(4, '0')}-${String(day.month).padStart(2, '0')}` : ''
}

/** Receipts by the month of their purchase, newest first; those without a date come last. */
export function byMonth<R extends ReceiptSummary>(receipts: readonly R[], zone: string): ReceiptMonth<R>[] {
  const months = new Map<string, R[]>()
  for (const receipt of receipts.toSorted((a, b) => timeOf(b) - timeOf(a))) {
    const key = monthOf(receipt, zone)
    months.set(key, [...(months.get(key) ?? []), receipt])
  }
  return [...months].map(([key, inMonth]) => ({ key, receipts: inMonth }))
}

/** What a receipt is that is no purchase, by its `entry_status`. Dintero may send any text. */
const noPurchase = new Set(['voided', 'cancelled', 'onhold', 'training'])

/** Whether a receipt is of something that was bought or came back: not deleted, voided, cancelled, on hold or a training. */
export const isPurchase = ({
  deleted_at,
  entry_status,
}: Pick<ReceiptSummary, 'deleted_at' | 'entry_status'>): boolean =>
  deleted_at === undefined && !noPurchase.has(entry_status?.trim().toLowerCase() ?? '')

export type YearSum = { year: string; purchases: number; sums: { currency: string; amount: number }[] }

/**
 * What was bought in each year, newest first, by currency. Receipts that are no purchase are left out, and so are those without
 * a date or an amount that can be counted, whose number is `uncounted`.
 */
export function yearSums(receipts: readonly ReceiptSummary[], zone: string): { years: YearSum[]; uncounted: number } {
  const years = new Map<string, { purchases: number; sums: Map<string, number> }>()
  let uncounted = 0
  for (const receipt of receipts.filter(isPurchase)) {
    const year = monthOf(receipt, zone).slice(0, 4)
    const { gross_amount } = receipt
    const currency = currencyCode(receipt.currency)
    if (year === '' || !isCountable(gross_amount)) {
      uncounted++
      continue
    }
    const { purchases, sums } = years.get(year) ?? { purchases: 0, sums: new Map<string, number>() }
    sums.set(currency, (sums.get(currency) ?? 0) + gross_amount)
    years.set(year, { purchases: purchases + 1, sums })
  }
  const newestFirst = [...years].toSorted(([a], [b]) => b.localeCompare(a))
  return {
    years: newestFirst.map(([year, { purchases, sums }]) => ({
      year,
      purchases,
      sums: [...sums].map(([currency, amount]) => ({ currency, amount })),
    })),
    uncounted,
  }
}
