'use client'

import { useState } from 'react'
import { FilterLink } from '@/components/record/facts/facts'
import styles from '@/components/record/facts/record-table.module.css'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { useIntl } from '@/components/ui/intl'
import { Switch } from '@/components/ui/switch'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/timestamp'
import { filterLink } from '@/lib/customers/filters/filter-link'
import { formatExpiry, hasExpired, paymentCard, shortValue } from '@/lib/customers/format/token'
import { maskText } from '@/lib/customers/model/masked'
import type { Token } from '@/lib/customers/model/record'
import { fill, plural } from '@/lib/messages/messages'
import { formatDate } from '@/lib/time'

/** The number of rows that are shown before a person asks for all. */
const firstRows = 10

function TokenRow({ accountId, token }: { accountId: string; token: Token }) {
  const { t, locale, zone, now } = useIntl()
  const { type, value, created_at, deleted_at } = token
  const whole = value === maskText ? undefined : value
  const card = paymentCard(token)
  const names: Record<string, string> = t.record.tokenTypes
  const name = type !== undefined && Object.hasOwn(names, type) ? names[type] : type
  const ended = card?.expiry && hasExpired(card.expiry, now, zone)
  const filter =
    type && whole ? filterLink(accountId, { token_type: type, token_value: whole, type: 'any' }) : undefined
  const shown = card?.lastDigits ? `•••• •••• •••• ${card.lastDigits}` : value && shortValue(value)
  return (
    <tr className={deleted_at === undefined ? undefined : 'text-text-2'}>
      <th scope="row">
        <Text>{name ?? t.record.token}</Text>
        {deleted_at !== undefined && (
          <span className="font-normal text-12 text-danger">
            {' '}
            {fill(t.record.tokenDeleted, { date: formatDate(deleted_at, locale, zone) })}
          </span>
        )}
      </th>
      <td data-label={t.record.tokenValue}>
        <span>
          {shown && <Text>{shown}</Text>}
          <span className={styles.tools}>
            {whole && <CopyButton value={whole} what={t.record.tokenWhole} />}
            {filter && <FilterLink href={filter} what={t.record.tokenOne} />}
          </span>
        </span>
      </td>
      <td data-label={t.record.tokenExpires}>
        {card?.expiry ? (
          <span className={ended ? 'text-warn' : undefined}>
            {formatExpiry(card.expiry)}
            {ended && <span className="text-12"> {t.record.tokenEnded}</span>}
          </span>
        ) : (
          <span className="text-text-3">–</span>
        )}
      </td>
      <td className={styles.quietCell} data-label={t.record.tokenAdded}>
        {created_at && <Timestamp iso={created_at} />}
      </td>
    </tr>
  )
}

type TokenTableProps = {
  accountId: string
  tokens: Token[]
  /** Fetches the next page; null when there is none. */
  onMore: (() => void) | null
  isReading: boolean
}

/** Tokens; payment cards by masked number and expiry. A switch includes the deleted ones. */
export function TokenTable({ accountId, tokens, onMore, isReading }: TokenTableProps) {
  const { t, locale } = useIntl()
  const [withDeleted, setWithDeleted] = useState(false)
  const [rows, setRows] = useState(firstRows)
  const deleted = tokens.filter(({ deleted_at }) => deleted_at !== undefined).length
  const listed = withDeleted ? tokens : tokens.filter(({ deleted_at }) => deleted_at === undefined)
  const hidden = listed.length - rows
  return (
    <>
      {deleted > 0 && (
        <Switch
          on={withDeleted}
          onChange={setWithDeleted}
          className="-ml-1.5 h-11 rounded-2 px-1.5 text-12 text-text-2 wide:h-6 print:hidden"
        >
          {plural(t.record.showDeleted, deleted, locale)}
        </Switch>
      )}
      {listed.length === 0 ? (
        <p className="text-text-2">{t.record.noTokens}</p>
      ) : (
        <table className={`${styles.table} ${styles.stacks}`}>
          <caption className="sr-only">{t.record.tokensTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{t.record.token}</th>
              <th scope="col">{t.record.tokenValue}</th>
              <th scope="col" className={styles.middle}>
                {t.record.tokenExpires}
              </th>
              <th scope="col" className={styles.narrow}>
                {t.record.tokenAdded}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, rows).map((token) => (
              <TokenRow key={token.id} accountId={accountId} token={token} />
            ))}
          </tbody>
        </table>
      )}
      {(hidden > 0 || onMore) && (
        <Button
          size="small"
          aria-busy={isReading}
          className="my-1 print:hidden"
          onClick={() => {
            setRows(Number.POSITIVE_INFINITY)
            if (hidden <= 0) onMore?.()
          }}
        >
          {hidden > 0 ? fill(t.record.showMore, { count: hidden.toLocaleString(locale) }) : t.record.lookFurther}
        </Button>
      )}
    </>
  )
}
