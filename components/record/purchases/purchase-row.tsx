'use client'

import { useId } from 'react'
import { UnfoldButton } from '@/components/record/facts/unfold-button'
import styles from '@/components/record/purchases/purchases.module.css'
import { ReceiptDetail } from '@/components/record/purchases/receipt-detail'
import type { Purchase } from '@/components/record/purchases/use-purchases'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import type { Customer } from '@/lib/customers/model/customer'
import { formatAmount } from '@/lib/customers/receipts/amount'
import { formatDayAndTime } from '@/lib/customers/receipts/receipt-dates'
import { isPurchase } from '@/lib/customers/receipts/receipt-months'
import { statusWord } from '@/lib/customers/receipts/status-word'
import { plural } from '@/lib/messages/messages'

type Props = {
  accountId: string
  customer: Customer
  purchase: Purchase
  isUnfolded: boolean
  onToggle: (id: string) => void
}

/** How many lines a receipt has, and what is special about it: what came back, was voided or had a discount. */
function Content({ purchase }: { purchase: Purchase }) {
  const { t, locale } = useIntl()
  const { lines, returned = 0, voided = 0, has_discount, deleted_at, entry_status } = purchase
  const status = statusWord(entry_status, t)
  const marks = [
    lines !== undefined && plural(t.purchases.lines, lines, locale),
    returned > 0 && plural(t.purchases.returned, returned, locale),
    voided > 0 && plural(t.purchases.voidedLines, voided, locale),
    has_discount && t.purchases.withDiscount,
  ].filter((mark) => mark !== false)
  const warnings = [deleted_at !== undefined && t.purchases.deleted, status].filter(Boolean)
  return (
    <>
      <span>{marks.join(' · ')}</span>
      {warnings.length > 0 && (
        <span className="text-danger">
          {' '}
          <Text translate="yes">{warnings.join(' · ')}</Text>
        </span>
      )}
    </>
  )
}

/** One purchase, and below it its whole receipt while it is unfolded. */
export function PurchaseRow({ accountId, customer, purchase, isUnfolded, onToggle }: Props) {
  const { t, locale, zone } = useIntl()
  const detailId = useId()
  const { id, at, store, currency, gross_amount } = purchase
  return (
    <>
      <tr className={`${styles.row} ${isPurchase(purchase) ? '' : styles.noPurchase}`}>
        <th scope="row">
          <UnfoldButton isUnfolded={isUnfolded} controls={detailId} onToggle={() => onToggle(id)}>
            {at === undefined ? (
              <span>{t.purchases.undated}</span>
            ) : (
              <time dateTime={at}>{formatDayAndTime(at, locale, zone)}</time>
            )}
          </UnfoldButton>
        </th>
        <td>{store ? <Text>{store}</Text> : <span className={styles.quiet}>{t.purchases.noStore}</span>}</td>
        <td className={`${styles.quiet} ${styles.content}`}>
          <Content purchase={purchase} />
        </td>
        <td className={styles.sum}>
          {gross_amount === undefined ? (
            <span className={styles.quiet}>{t.purchases.noAmount}</span>
          ) : (
            <Text translate="yes">{formatAmount(gross_amount, currency, t, locale)}</Text>
          )}
        </td>
      </tr>
      {isUnfolded && (
        <tr id={detailId} className={styles.detailRow}>
          <td colSpan={4}>
            <ReceiptDetail
              accountId={accountId}
              customerId={purchase.customerId}
              isFormerId={purchase.customerId !== customer.customer_id}
              receiptId={id}
            />
          </td>
        </tr>
      )}
    </>
  )
}
