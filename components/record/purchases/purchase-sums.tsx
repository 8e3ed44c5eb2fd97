'use client'

import styles from '@/components/record/purchases/purchases.module.css'
import type { Purchase } from '@/components/record/purchases/use-purchases'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { formatAmount } from '@/lib/customers/receipts/amount'
import { yearSums } from '@/lib/customers/receipts/receipt-months'
import { fill, plural } from '@/lib/messages/messages'
import { formatDate, parseInstant } from '@/lib/time'

type Props = {
  purchases: readonly Purchase[]
  /** Whether all purchases have been read. */
  isWhole: boolean
}

/** The day of the oldest purchase that was read. */
function oldestOf(purchases: readonly Purchase[]): string | undefined {
  const dated = purchases.flatMap(({ at }) => (at && parseInstant(at) ? [at] : []))
  return dated.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]
}

/** What was read, and what that comes to in each year. */
export function PurchaseSums({ purchases, isWhole }: Props) {
  const { t, locale, zone } = useIntl()
  const { years, uncounted } = yearSums(purchases, zone)
  const oldest = oldestOf(purchases)
  const loaded = plural(isWhole ? t.purchases.loadedAll : t.purchases.loadedSome, purchases.length, locale)
  return (
    <>
      <p role="status" className="text-12 text-text-2">
        {fill(loaded, { date: oldest ? formatDate(oldest, locale, zone) : t.purchases.undated })}
      </p>
      {years.length > 0 && (
        <table className={styles.sums}>
          <caption className="sr-only">{t.purchases.years}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t.purchases.year}</th>
              <th scope="col">{t.record.purchases}</th>
              <th scope="col">{t.purchases.sum}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, purchases: count, sums }, at) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className={styles.quiet}>
                  <span>{plural(t.purchases.count, count, locale)}</span>
                  {!isWhole && at === years.length - 1 && <span> {t.purchases.soFar}</span>}
                </td>
                <td className={styles.sum}>
                  {sums.map(({ currency, amount }) => (
                    <span key={currency} className="block">
                      <Text translate="yes">{formatAmount(amount, currency, t, locale)}</Text>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {uncounted > 0 && <p className="text-12 text-text-2">{plural(t.purchases.uncounted, uncounted, locale)}</p>}
    </>
  )
}
