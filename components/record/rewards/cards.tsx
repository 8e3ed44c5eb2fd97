'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { PagesEnd } from '@/components/record/facts/pages-end'
import table from '@/components/record/facts/record-table.module.css'
import { CardRow } from '@/components/record/rewards/card-row'
import styles from '@/components/record/rewards/rewards.module.css'
import { useIntl } from '@/components/ui/intl'
import { rewardQueries } from '@/lib/api/queries/rewards'
import { fill } from '@/lib/messages/messages'

/** A balance is a call of its own: those of the first cards are fetched at once, and others when they are unfolded. */
const balancesAtOnce = 5

/** The gift cards and credit notes of a customer. */
export function Cards({ accountId, customerId }: { accountId: string; customerId: string }) {
  const { t } = useIntl()
  const query = useInfiniteQuery(rewardQueries.cards(accountId, customerId))
  const { data, error, hasNextPage } = query
  const cards = data?.pages.flatMap((page) => page.cards) ?? []
  if (error?.code === 'upstream_forbidden')
    return <p className="text-text-2">{fill(t.rewards.noScope.cards, { scope: error.scope ?? '' })}</p>
  return (
    <>
      {data && cards.length === 0 && !hasNextPage && <p className="text-text-2">{t.rewards.noCards}</p>}
      {cards.length > 0 && (
        <table className={`${table.table} ${table.stacks}`}>
          <caption className="sr-only">{t.rewards.cards}</caption>
          <thead>
            <tr>
              <th scope="col">{t.rewards.card}</th>
              <th scope="col" className={table.narrow}>
                {t.rewards.status}
              </th>
              <th scope="col" className={table.middle}>
                {t.rewards.until}
              </th>
              <th scope="col" className={styles.balanceHead}>
                {t.rewards.balance}
              </th>
            </tr>
          </thead>
          <tbody>
            {cards.map((card, at) => (
              <CardRow
                key={card.card_id}
                accountId={accountId}
                customerId={customerId}
                card={card}
                isBalanceFetched={at < balancesAtOnce}
              />
            ))}
          </tbody>
        </table>
      )}
      <PagesEnd
        query={query}
        what={t.rewards.cards}
        failed={t.record.partFailed.cards}
        unreadable={t.rewards.cardsUnreadable}
        more={t.record.lookFurther}
      />
    </>
  )
}
