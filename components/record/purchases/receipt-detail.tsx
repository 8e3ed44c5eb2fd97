'use client'

import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide'
import { useState } from 'react'
import { QueryContent } from '@/components/record/facts/query-content'
import { PrintedReceipt } from '@/components/record/purchases/printed-receipt'
import styles from '@/components/record/purchases/purchases.module.css'
import { ReceiptFacts } from '@/components/record/purchases/receipt-facts'
import { ReceiptLines } from '@/components/record/purchases/receipt-lines'
import { Button } from '@/components/ui/button'
import { useCopied } from '@/components/ui/copy/copied'
import { CopyIcon } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { receiptQueries } from '@/lib/api/queries/receipts'
import type { Receipt } from '@/lib/customers/receipts/receipt'
import { receiptText } from '@/lib/customers/receipts/receipt-text'

function ReceiptTools({ receipt }: { receipt: Receipt }) {
  const { t, locale, zone } = useIntl()
  const { isCopied, copy } = useCopied()
  const [isPrinting, setIsPrinting] = useState(false)
  return (
    <p className="flex flex-wrap gap-1 pb-1 print:hidden">
      <Button variant="plain" size="small" onClick={() => copy(receiptText(receipt, { t, locale, zone }))}>
        <CopyIcon isCopied={isCopied} size={12} />
        <span>{isCopied ? t.table.copied : t.purchases.copy}</span>
      </Button>
      <Button variant="plain" size="small" onClick={() => setIsPrinting(true)}>
        <Icon of={Printer} size={12} />
        <span>{t.purchases.print}</span>
      </Button>
      {isPrinting && <PrintedReceipt receipt={receipt} onDone={() => setIsPrinting(false)} />}
    </p>
  )
}

type Props = {
  accountId: string
  /** The id under which the receipt is kept, and whether it is an earlier one of the customer's. */
  customerId: string
  isFormerId: boolean
  receiptId: string
}

/** One whole receipt, with a call of its own. */
export function ReceiptDetail({ accountId, customerId, isFormerId, receiptId }: Props) {
  const { t } = useIntl()
  const query = useQuery(receiptQueries.receipt(accountId, customerId, receiptId))
  return (
    <div className={styles.detail}>
      <QueryContent query={query} what={t.purchases.receipt} failed={t.purchases.receiptFailed}>
        {({ receipt }) => (
          <>
            <ReceiptTools receipt={receipt} />
            <ReceiptLines receipt={receipt} />
            <ReceiptFacts receipt={receipt} formerId={isFormerId ? customerId : undefined} />
          </>
        )}
      </QueryContent>
    </div>
  )
}
