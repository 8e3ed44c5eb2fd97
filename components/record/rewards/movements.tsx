'use client'

import { useQuery } from '@tanstack/react-query'
import { MaskedText } from '@/components/record/facts/facts'
import { QueryContent } from '@/components/record/facts/query-content'
import table from '@/components/record/facts/record-table.module.css'
import styles from '@/components/record/rewards/rewards.module.css'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/time/timestamp'
import { rewardQueries } from '@/lib/api/queries/rewards'
import { maskText } from '@/lib/customers/model/masked'
import { formatAmount } from '@/lib/customers/receipts/amount'
import type { Movement } from '@/lib/customers/rewards/card'
import { wordOf } from '@/lib/customers/rewards/word-of'
import { plural } from '@/lib/messages/messages'

function MovementRow({ movement }: { movement: Movement }) {
  const { t, locale } = useIntl()
  const { type, ref_id, created_at, amount, currency } = movement
  return (
    <tr>
      <th scope="row">
        <Text translate="yes">{wordOf(t.rewards.movementTypes, type)}</Text>
      </th>
      <td className={table.quietCell} data-label={t.rewards.when}>
        {created_at && <Timestamp iso={created_at} as="moment" />}
      </td>
      <td className={table.quietCell} data-label={t.rewards.reference}>
        {ref_id && (ref_id === maskText ? <MaskedText /> : <Text>{ref_id}</Text>)}
      </td>
      <td className={styles.balance} data-label={t.rewards.amount}>
        <Text translate="yes">{formatAmount(amount, currency, t, locale)}</Text>
      </td>
    </tr>
  )
}

/** What was loaded onto a card, spent with it and reserved on it. */
export function Movements(props: { accountId: string; customerId: string; cardId: string }) {
  const { t, locale } = useIntl()
  const query = useQuery(rewardQueries.movements(props.accountId, props.customerId, props.cardId))
  return (
    <QueryContent query={query} what={t.rewards.movements} failed={t.rewards.movementsFailed}>
      {({ movements, unreadable }) => (
        <>
          {movements.length === 0 ? (
            <p className="text-text-2">{t.rewards.noMovements}</p>
          ) : (
            <table className={`${table.table} ${table.stacks}`}>
              <caption className="sr-only">{t.rewards.movements}</caption>
              <colgroup>
                <col />
                <col className={styles.when} />
              </colgroup>
              <thead className="sr-only">
                <tr>
                  <th scope="col">{t.rewards.movement}</th>
                  <th scope="col">{t.rewards.when}</th>
                  <th scope="col">{t.rewards.reference}</th>
                  <th scope="col">{t.rewards.amount}</th>
                </tr>
              </thead>
              <tbody>
                {movements.map((movement) => (
                  <MovementRow key={movement.id} movement={movement} />
                ))}
              </tbody>
            </table>
          )}
          {unreadable > 0 && <p className="text-text-2">{plural(t.rewards.movementsUnreadable, unreadable, locale)}</p>}
        </>
      )}
    </QueryContent>
  )
}
