'use client'

import { type CSSProperties, useId } from 'react'
import { PurchaseRow } from '@/components/record/purchases/purchase-row'
import styles from '@/components/record/purchases/purchases.module.css'
import type { Purchase } from '@/components/record/purchases/use-purchases'
import { useIntl } from '@/components/ui/intl'
import type { Customer } from '@/lib/customers/model/customer'
import { formatMonth } from '@/lib/customers/receipts/receipt-dates'
import { byMonth } from '@/lib/customers/receipts/receipt-months'

type Props = {
  accountId: string
  customer: Customer
  purchases: Purchase[]
  unfolded: ReadonlySet<string>
  onToggle: (id: string) => void
}

type MonthProps = Props & {
  /** The key of the month; empty for purchases without a date. */
  month: string
}

/**
 * The purchases of one month. What is not in view is not laid out (`content-visibility`), so that 400 of them scroll well: until
 * then a month is as high as its rows.
 */
function MonthTable({ month, purchases, unfolded, ...row }: MonthProps) {
  const { t, locale } = useIntl()
  const captionId = useId()
  const rows: CSSProperties & Record<'--rows', number> = { '--rows': purchases.length }
  return (
    <div className={styles.month} style={rows}>
      <table className={styles.table} aria-labelledby={captionId}>
        <caption id={captionId}>{month === '' ? t.purchases.undated : formatMonth(month, locale)}</caption>
        <colgroup>
          <col className={styles.when} />
          <col className={styles.where} />
          <col />
          <col className={styles.amount} />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t.purchases.bought}</th>
            <th scope="col">{t.purchases.store}</th>
            <th scope="col">{t.purchases.content}</th>
            <th scope="col">{t.purchases.sum}</th>
          </tr>
        </thead>
        <tbody>
          {purchases.map((purchase) => (
            <PurchaseRow key={purchase.id} purchase={purchase} isUnfolded={unfolded.has(purchase.id)} {...row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Purchases by month, of which each unfolds to its receipt. */
export function PurchaseMonths({ purchases, ...month }: Props) {
  const { zone } = useIntl()
  return byMonth(purchases, zone).map(({ key, receipts }) => (
    <MonthTable key={key} month={key} purchases={receipts} {...month} />
  ))
}
