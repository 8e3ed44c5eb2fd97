'use client'

import { useEffect, useEffectEvent } from 'react'
import { createPortal } from 'react-dom'
import styles from '@/components/record/purchases/printed-receipt.module.css'
import { ReceiptFacts } from '@/components/record/purchases/receipt-facts'
import { ReceiptLines } from '@/components/record/purchases/receipt-lines'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import type { Receipt } from '@/lib/customers/receipts/receipt'

type Props = { receipt: Receipt; onDone: () => void }

/** A receipt on a sheet of its own, which is printed as soon as it is rendered. The rest of the page is not on the sheet. */
export function PrintedReceipt({ receipt, onDone }: Props) {
  const { t } = useIntl()
  const finish = useEffectEvent(onDone)
  useEffect(() => {
    const handleAfterPrint = () => finish()
    window.addEventListener('afterprint', handleAfterPrint)
    window.print()
    return () => window.removeEventListener('afterprint', handleAfterPrint)
  }, [])
  const { store } = receipt
  return createPortal(
    <div className={styles.sheet}>
      <h1 className={styles.title}>
        <Text>{store?.name || store?.business_name || t.purchases.receipt}</Text>
      </h1>
      <ReceiptLines receipt={receipt} />
      <ReceiptFacts receipt={receipt} />
    </div>,
    document.body,
  )
}
