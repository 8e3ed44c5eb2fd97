'use client'

import { MaskedText } from '@/components/record/facts/facts'
import styles from '@/components/record/purchases/purchases.module.css'
import { type AmountLine, receiptAmounts } from '@/components/record/purchases/receipt-amounts'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { maskText } from '@/lib/customers/model/masked'
import { formatAmount } from '@/lib/customers/receipts/amount'
import type { Receipt, ReceiptItem } from '@/lib/customers/receipts/receipt'
import { discountName, isReturned, quantityText } from '@/lib/customers/receipts/receipt-text'

function Notes({ item, currency }: { item: ReceiptItem; currency: string | undefined }) {
  const { t, locale, zone } = useIntl()
  const { dimension, comment, serial_id, discount_lines } = item
  const words = { t, locale, zone }
  return (
    <>
      {dimension.length > 0 && (
        <span className={styles.note}>
          <Text>{dimension.join(', ')}</Text>
        </span>
      )}
      {discount_lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two discounts may be alike, and none moves
        <span key={at} className={styles.note}>
          <Text>
            {[discountName(line, words), formatAmount(line.amount, currency, t, locale)].filter(Boolean).join(': ')}
          </Text>
        </span>
      ))}
      {[comment, serial_id && serial_id !== maskText ? `${t.purchases.serialNumber} ${serial_id}` : serial_id].map(
        (text, at) =>
          text && (
            // biome-ignore lint/suspicious/noArrayIndexKey: the comment, then the serial number
            <span key={at} className={styles.note}>
              {text === maskText ? <MaskedText /> : <Text>{text}</Text>}
            </span>
          ),
      )}
    </>
  )
}

function LineRow({ item, currency }: { item: ReceiptItem; currency: string | undefined }) {
  const { t, locale, zone } = useIntl()
  const { description, voided, gross_amount } = item
  const marks = [voided && t.purchases.voided, isReturned(item) && t.purchases.returnedLine].filter(Boolean)
  return (
    <tr className={voided ? styles.noPurchase : undefined}>
      <th scope="row">
        <Text>{description || t.purchases.unnamed}</Text>
        {marks.length > 0 && (
          <span className={styles.mark}>
            <span>{marks.join(', ')}</span>
          </span>
        )}
        <Notes item={item} currency={currency} />
      </th>
      <td className={styles.quiet}>
        <Text>{quantityText(item, currency, { t, locale, zone })}</Text>
      </td>
      <td className={styles.sum}>
        <Text translate="yes">{formatAmount(gross_amount, currency, t, locale)}</Text>
      </td>
    </tr>
  )
}

function AmountRow({ label, amount, isStrong }: AmountLine) {
  return (
    <tr>
      <th scope="row" colSpan={2}>
        <Text translate="yes">{label}</Text>
      </th>
      <td className={`${styles.sum} ${isStrong ? styles.strong : ''}`}>
        {amount === maskText ? <MaskedText /> : <Text translate="yes">{amount}</Text>}
      </td>
    </tr>
  )
}

/** The lines of a receipt, and below them its amounts: discounts by name, the sum, taxes and payments. */
export function ReceiptLines({ receipt }: { receipt: Receipt }) {
  const { t, locale } = useIntl()
  const { items, currency } = receipt
  const amounts = receiptAmounts(receipt, t, locale)
  if (items.length === 0 && amounts.length === 0) return null
  return (
    <table className={styles.lines}>
      <caption className="sr-only">{t.purchases.content}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t.purchases.item}</th>
          <th scope="col">{t.purchases.quantity}</th>
          <th scope="col">{t.purchases.sum}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id of their own, and none moves
          <LineRow key={at} item={item} currency={currency} />
        ))}
      </tbody>
      <tfoot>
        {amounts.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two payments may be alike, and none moves
          <AmountRow key={at} {...line} />
        ))}
      </tfoot>
    </table>
  )
}
