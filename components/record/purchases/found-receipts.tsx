'use client'

import Link from 'next/link'
import styles from '@/components/record/facts/record-table.module.css'
import { buttonClass } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { StateMessage } from '@/components/ui/state-message'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/time/timestamp'
import { aroundRoutes } from '@/lib/api/around-routes'
import { routes } from '@/lib/api/routes'
import { canBeInUrl } from '@/lib/customers/model/customer-id'
import { formatAmount } from '@/lib/customers/receipts/amount'
import type { ReceiptSummary } from '@/lib/customers/receipts/receipt'
import { fill } from '@/lib/messages/messages'

/** A receipt that was found by its number, with the id of its customer, if it has one. */
type Found = ReceiptSummary & { customer_id: string | null }
type Props = { accountId: string; number: string; found: readonly Found[] }

function FoundRow({ accountId, found }: { accountId: string; found: Found }) {
  const { t, locale } = useIntl()
  const { id, at, store, currency, gross_amount, customer_id } = found
  return (
    <tr>
      <th scope="row">{at ? <Timestamp iso={at} as="moment" /> : <span>{t.purchases.undated}</span>}</th>
      <td data-label={t.purchases.store}>{store && <Text>{store}</Text>}</td>
      <td data-label={t.purchases.sum}>
        <Text translate="yes">{formatAmount(gross_amount, currency, t, locale)}</Text>
      </td>
      <td data-label={t.purchases.customer}>
        {customer_id !== null && canBeInUrl(customer_id) ? (
          <Link
            href={aroundRoutes.customerWithReceipt(accountId, customer_id, id)}
            prefetch={false}
            className={styles.link}
          >
            <Text>{customer_id}</Text>
          </Link>
        ) : (
          <span>{customer_id === null ? t.purchases.noCustomer : <Text>{customer_id}</Text>}</span>
        )}
      </td>
    </tr>
  )
}

/** The receipts of several tills with one number, each with its customer; or that no receipt has the number. */
export function FoundReceipts({ accountId, number, found }: Props) {
  const { t } = useIntl()
  const words = t.purchases
  const isNone = found.length === 0
  return (
    <StateMessage
      level={1}
      title={<Text translate="yes">{fill(isNone ? words.numberNone : words.numberTitle, { number })}</Text>}
      actions={
        <Link href={routes.customers(accountId)} prefetch={false} className={buttonClass({ size: 'small' })}>
          {t.record.back}
        </Link>
      }
    >
      <p>{isNone ? words.numberNoneText : words.numberSeveral}</p>
      {!isNone && (
        <table className={`${styles.table} ${styles.stacks} mt-3 text-text-1`}>
          <caption className="sr-only">{t.record.purchases}</caption>
          <thead>
            <tr>
              <th scope="col" className="w-40">
                {words.bought}
              </th>
              <th scope="col">{words.store}</th>
              <th scope="col">{words.sum}</th>
              <th scope="col">{words.customer}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <FoundRow key={one.id} accountId={accountId} found={one} />
            ))}
          </tbody>
        </table>
      )}
    </StateMessage>
  )
}
