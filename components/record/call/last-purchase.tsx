'use client'

import { CallFact } from '@/components/record/call/call-fact'
import type { CallFactsProps } from '@/components/record/call/call-facts'
import styles from '@/components/record/call/call-mode.module.css'
import { QueryFailure } from '@/components/record/facts/query-content'
import { usePurchases } from '@/components/record/purchases/use-purchases'
import { useRecordSettings } from '@/components/record/record-settings'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { formatAmount } from '@/lib/customers/receipts/amount'
import { byMonth, isPurchase } from '@/lib/customers/receipts/receipt-months'
import { formatDate, parseInstant } from '@/lib/time'

/** The latest purchase, whatever a till dates in the future: for how much, when and where. A customer who has bought nothing has none. */
function Latest({ accountId, customer }: CallFactsProps) {
  const { t, locale, zone, now } = useIntl()
  const { query, purchases } = usePurchases(accountId, customer)
  const made = purchases.filter((one) => isPurchase(one) && (parseInstant(one.at)?.getTime() ?? 0) <= now.getTime())
  const latest = byMonth(made, zone)[0]?.receipts[0]
  if (!latest && !query.isError) return null
  return (
    <CallFact label={t.record.call.lastPurchase}>
      {latest ? (
        <>
          <Text translate="yes">
            {formatAmount(latest.gross_amount, latest.currency, t, locale) || t.purchases.noAmount}
          </Text>
          <span className={styles.small}>
            <Text translate="yes">
              {[latest.at ? formatDate(latest.at, locale, zone) : t.purchases.undated, latest.store ?? '']
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </span>
        </>
      ) : (
        <span className={styles.small}>
          <QueryFailure query={query} failed={t.record.partFailed.purchases} />
        </span>
      )}
    </CallFact>
  )
}

/** The latest purchase of a customer, where the installation shows purchases. */
export function LastPurchase(props: CallFactsProps) {
  const { hiddenSections } = useRecordSettings()
  return hiddenSections.includes('purchases') ? null : <Latest {...props} />
}
