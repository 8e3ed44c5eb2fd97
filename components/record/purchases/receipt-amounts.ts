import { maskText } from '@/lib/customers/model/masked'
import { formatAmount, formatPercent } from '@/lib/customers/receipts/amount'
import type { Amount, Receipt } from '@/lib/customers/receipts/receipt'
import { discountName, paymentName } from '@/lib/customers/receipts/receipt-text'
import { fill, type Messages } from '@/lib/messages/messages'

/** An amount with its name; it is the mask where the person may not see it. */
export type AmountLine = { label: string; amount: string; isStrong?: boolean }

/** The amounts below the lines of a receipt, in the order of a till: discounts, sum, taxes, rounding, and how it was paid. */
export function receiptAmounts(receipt: Receipt, t: Messages, locale: string): AmountLine[] {
  const { currency, gross_amount, amount_due, discounts, tax_lines, payments, total_discount } = receipt
  const words = { t, locale, zone: 'UTC' }
  const line = (label: string, amount: Amount, isStrong = false): AmountLine[] => {
    const text = formatAmount(amount, currency, t, locale)
    return text === '' ? [] : [{ label, amount: text, ...(isStrong && { isStrong }) }]
  }
  const isDueOther = amount_due !== undefined && amount_due !== gross_amount
  return [
    ...discounts.flatMap((one) => line(discountName(one, words), one.amount)),
    ...(discounts.length !== 1 && total_discount ? line(t.purchases.discounts, total_discount) : []),
    ...line(t.purchases.sum, gross_amount, true),
    ...line(t.purchases.net, receipt.net_amount),
    ...tax_lines.flatMap(({ percentage = 0, amount }) =>
      line(fill(t.purchases.taxOf, { percent: formatPercent(percentage, locale) }), amount),
    ),
    ...line(t.purchases.rounding, receipt.round_off_to_coin),
    ...(isDueOther ? line(t.purchases.due, amount_due, true) : []),
    ...payments.flatMap((payment) => {
      if (payment.description === maskText) return [{ label: t.purchases.payment, amount: maskText }]
      const amount = payment.voided ? t.purchases.voided : formatAmount(payment.amount, currency, t, locale)
      return amount === '' ? [] : [{ label: paymentName(payment, t), amount }]
    }),
  ]
}
