'use client'

import styles from '@/components/record/purchases/purchases.module.css'
import { ReceiptDetail } from '@/components/record/purchases/receipt-detail'
import { useIntl } from '@/components/ui/intl'

type Props = { accountId: string; customerId: string; receiptId: string }

/** The receipt that the URL names, above all others: somebody searched for its number, or was sent its address. */
export function LinkedReceipt({ accountId, customerId, receiptId }: Props) {
  const { t } = useIntl()
  return (
    <section aria-label={t.purchases.receipt} className={styles.linked}>
      <ReceiptDetail accountId={accountId} customerId={customerId} isFormerId={false} receiptId={receiptId} />
    </section>
  )
}
