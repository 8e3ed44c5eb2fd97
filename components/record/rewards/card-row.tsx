'use client'

import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { MaskedText } from '@/components/record/facts/facts'
import { QueryFailure } from '@/components/record/facts/query-content'
import table from '@/components/record/facts/record-table.module.css'
import { UnfoldButton } from '@/components/record/facts/unfold-button'
import { Movements } from '@/components/record/rewards/movements'
import styles from '@/components/record/rewards/rewards.module.css'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { rewardQueries } from '@/lib/api/queries/rewards'
import { maskText } from '@/lib/customers/model/masked'
import { formatAmount } from '@/lib/customers/receipts/amount'
import type { Card, CardDetail } from '@/lib/customers/rewards/card'
import { cardState } from '@/lib/customers/rewards/card-state'
import { wordOf } from '@/lib/customers/rewards/word-of'
import { fill } from '@/lib/messages/messages'
import { formatDate } from '@/lib/time'

function State({ card }: { card: Card }) {
  const { text, isUsable } = cardState(card, useIntl())
  return (
    text !== '' && (
      <span className={isUsable ? undefined : 'text-warn'}>
        <Text translate="yes">{text}</Text>
      </span>
    )
  )
}

function Balance({ card }: { card: CardDetail }) {
  const { t, locale } = useIntl()
  const { amount_balance, amount_available, currency } = card
  const available = formatAmount(amount_available, currency, t, locale)
  return (
    <>
      <Text translate="yes">{formatAmount(amount_balance, currency, t, locale)}</Text>
      {available !== '' && amount_available !== amount_balance && (
        <span className={styles.note}>
          <Text translate="yes">{fill(t.rewards.available, { amount: available })}</Text>
        </span>
      )}
    </>
  )
}

function Codes({ card }: { card: CardDetail }) {
  const { t } = useIntl()
  return card.codes.map((code, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: masked codes may be alike, and none moves
    <p key={at} className={styles.quiet}>
      <span>{t.rewards.code}</span>{' '}
      {code === maskText ? (
        <MaskedText />
      ) : (
        <span className={table.exact}>
          <Text>{code}</Text>
        </span>
      )}
    </p>
  ))
}

type Props = { accountId: string; customerId: string; card: Card; isBalanceFetched: boolean }

/** One card with its balance, and below it its codes and its movements while it is unfolded. */
export function CardRow({ accountId, customerId, card, isBalanceFetched }: Props) {
  const { t, locale, zone } = useIntl()
  const [isUnfolded, setIsUnfolded] = useState(false)
  const detailId = useId()
  const { card_id, name, type, expires_at } = card
  const query = useQuery(rewardQueries.card(accountId, customerId, card_id, isBalanceFetched || isUnfolded))
  const detail = query.data?.card
  const kind = type ? wordOf(t.rewards.cardTypes, type) : t.rewards.card
  return (
    <>
      <tr className={styles.row}>
        <th scope="row">
          <UnfoldButton isUnfolded={isUnfolded} controls={detailId} onToggle={() => setIsUnfolded(!isUnfolded)}>
            <Text translate="yes">{name?.trim() || kind}</Text>
          </UnfoldButton>
          <span className={styles.note}>
            <Text>{card_id}</Text>
          </span>
        </th>
        <td data-label={t.rewards.status}>
          <State card={card} />
        </td>
        <td className={table.quietCell} data-label={t.rewards.until}>
          {expires_at && <span>{formatDate(expires_at, locale, zone)}</span>}
        </td>
        <td className={styles.balance} data-label={t.rewards.balance}>
          <span>{detail ? <Balance card={detail} /> : query.isFetching && <span>{t.record.readingPart}</span>}</span>
        </td>
      </tr>
      {(isUnfolded || query.isError) && (
        <tr id={detailId} className={styles.detailRow}>
          <td colSpan={4}>
            <QueryFailure query={query} failed={t.rewards.cardFailed} />
            {isUnfolded && (
              <>
                {detail && <Codes card={detail} />}
                <Movements accountId={accountId} customerId={customerId} cardId={card_id} />
              </>
            )}
          </td>
        </tr>
      )}
    </>
  )
}
