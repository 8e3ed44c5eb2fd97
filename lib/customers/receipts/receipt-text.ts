import { addressLines } from '@/lib/customers/format/address-lines'
import { formatAmount, formatPercent } from '@/lib/customers/receipts/amount'
import type { Discount, Receipt, ReceiptItem } from '@/lib/customers/receipts/receipt'
import { fill, type Messages } from '@/lib/messages/messages'
import { formatDateTime, parseInstant, zoneName } from '@/lib/time'

export type ReceiptWords = { t: Messages; locale: string; zone: string }

/** `2 stk × NOK 249.00`, for a line of more than one. */
export function quantityText(
  { quantity, unit, unit_gross_price }: ReceiptItem,
  currency: string | undefined,
  { t, locale }: ReceiptWords,
): string {
  if (quantity === undefined) return ''
  const count = [quantity.toLocaleString(locale), unit].filter(Boolean).join(' ')
  return unit_gross_price === undefined ? count : `${count} × ${formatAmount(unit_gross_price, currency, t, locale)}`
}

/** `Medlemspris (10 %)`, or that it is a discount where Dintero gives it no name. */
export function discountName(
  { description, discount_type, percentage }: Discount,
  { t, locale }: ReceiptWords,
): string {
  const name = description || discount_type || t.purchases.discount
  return percentage === undefined ? name : `${name} (${formatPercent(percentage, locale)})`
}

/** Whether a line came back. */
export const isReturned = ({ is_return_item, quantity }: ReceiptItem): boolean =>
  is_return_item === true || (quantity ?? 0) < 0

/** How a receipt was paid: `Visa •••• 4417`, or by the name of the means. */
export function paymentName(
  { description, type_id, issuer_name, last_digits }: Receipt['payments'][number],
  t: Messages,
): string {
  const means = issuer_name || description || type_id || t.purchases.payment
  return last_digits ? `${means} •••• ${last_digits}` : means
}

/** When it was bought, with the zone; a text that is no date as it was sent. */
export function boughtAt({ at }: Pick<Receipt, 'at'>, { locale, zone }: ReceiptWords): string | undefined {
  return at && parseInstant(at) ? `${formatDateTime(at, locale, zone)} ${zoneName(at, locale, zone)}` : at
}

/**
 * A receipt as plain text, for an email or a ticket: when and where, the lines, the sum, and how it was paid. It equals what the
 * screen shows, masks included; who it was delivered to stays out of it.
 */
export function receiptText(receipt: Receipt, words: ReceiptWords): string {
  const { t, locale } = words
  const { currency, store, items, payments, discounts, tax_lines } = receipt
  const money = (amount: Receipt['gross_amount']) => formatAmount(amount, currency, t, locale)
  const pair = (label: string, value: string | undefined) => (value?.trim() ? [`${label}: ${value.trim()}`] : [])
  const head = [
    ...pair(t.purchases.receiptNumber, receipt.receipt_id),
    ...pair(t.purchases.bought, boughtAt(receipt, words)),
    ...pair(t.purchases.store, store?.name ?? store?.business_name),
    ...(store?.address ? [addressLines(store.address, locale).join(', ')] : []),
    ...pair(t.purchases.status, receipt.entry_status === 'Concluded' ? undefined : receipt.entry_status),
  ]
  const lines = items.map((item) => {
    const marks = [item.voided && t.purchases.voided, isReturned(item) && t.purchases.returnedLine].filter(Boolean)
    const name = [item.description || t.purchases.unnamed, ...item.dimension].join(', ')
    const note = marks.length > 0 ? ` [${marks.join(', ')}]` : ''
    const amounts = [quantityText(item, currency, words), money(item.gross_amount)].filter(Boolean).join(': ')
    return [`${name}${note}`, amounts].filter(Boolean).join(', ')
  })
  const sums = [
    ...discounts.flatMap((one) => pair(discountName(one, words), money(one.amount))),
    ...pair(t.purchases.sum, money(receipt.gross_amount)),
    ...tax_lines.flatMap(({ percentage, amount }) =>
      pair(fill(t.purchases.taxOf, { percent: formatPercent(percentage ?? 0, locale) }), money(amount)),
    ),
    ...payments.flatMap((one) =>
      pair(paymentName(one, t), one.voided ? t.purchases.voided : money(one.amount) || undefined),
    ),
  ]
  return [head, lines, sums]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
}
