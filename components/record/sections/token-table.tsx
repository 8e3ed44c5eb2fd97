'use client'

import { useState } from 'react'
import { FilterLink, MaskedText } from '@/components/record/facts/facts'
import styles from '@/components/record/facts/record-table.module.css'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { useIntl } from '@/components/ui/intl'
import { Switch } from '@/components/ui/switch'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/time/timestamp'
import { filterLink } from '@/lib/customers/filters/filter-link'
import {
  formatExpiry,
  hasExpired,
  type PaymentCard,
  paymentCard,
  readableValue,
  toTokenTypeName,
} from '@/lib/customers/format/token'
import { maskText } from '@/lib/customers/model/masked'
import type { Token } from '@/lib/customers/model/record'
import { fill, plural } from '@/lib/messages/messages'
import { formatDate } from '@/lib/time'

/** The number of rows that are shown before a person asks for all. */
const firstRows = 10

/** When a token ends: a dash where it never does, the mask where a card has an expiry that the person may not see. */
function Expires({ expiry }: Pick<PaymentCard, 'expiry'>) {
  const { t, zone, now } = useIntl()
  if (expiry === null) return <span className="text-text-3">–</span>
  if (expiry === maskText) return <MaskedText />
  const hasEnded = hasExpired(expiry, now, zone)
  return (
    <span className={hasEnded ? 'text-warn' : undefined}>
      <span>{formatExpiry(expiry)}</span>
      {hasEnded && <span className="text-12"> {t.record.tokenEnded}</span>}
    </span>
  )
}

type TokenRowProps = Pick<TokenTableProps, 'accountId' | 'isOfDeleted'> & { token: Token }

function TokenRow({ accountId, token, isOfDeleted = false }: TokenRowProps) {
  const { t, locale, zone } = useIntl()
  const { type, value, created_at, deleted_at } = token
  const whole = value === maskText ? undefined : value
  const card = paymentCard(token)
  const filter =
    type && whole
      ? filterLink(accountId, { token_type: type, token_value: whole, type: 'any', include_deleted: isOfDeleted })
      : undefined
  const shown = readableValue(token)
  return (
    <tr className={deleted_at === undefined ? undefined : 'text-text-2'}>
      <th scope="row">
        <Text translate="yes">{type === undefined ? t.record.token : toTokenTypeName(type, t)}</Text>
        {deleted_at !== undefined && (
          <span className="font-normal text-12 text-danger">
            {` ${fill(t.record.tokenDeleted, { date: formatDate(deleted_at, locale, zone) })}`}
          </span>
        )}
      </th>
      <td data-label={t.record.tokenValue}>
        <span>
          {value === maskText ? (
            <MaskedText />
          ) : (
            shown && (
              <span className={styles.exact}>
                <Text>{shown}</Text>
              </span>
            )
          )}
          <span className={styles.tools}>
            {whole && <CopyButton value={whole} what={t.record.tokenWhole} />}
            {filter && <FilterLink href={filter} what={t.record.tokenOne} />}
          </span>
        </span>
      </td>
      <td data-label={t.record.tokenExpires}>
        <Expires expiry={card?.expiry ?? null} />
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
  /** Whether the owner is deleted: a list by such a token must include deleted customers. */
  isOfDeleted?: boolean
  /** Fetches the next page; null when there is none. */
  onMore: (() => void) | null
  isReading: boolean
}

/** Tokens; payment cards by masked number and expiry. A switch includes the deleted ones. */
export function TokenTable({ accountId, tokens, isOfDeleted, onMore, isReading }: TokenTableProps) {
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
              <th scope="col" className={styles.middle}>
                {t.record.token}
              </th>
              <th scope="col">{t.record.tokenValue}</th>
              <th scope="col" className={styles.narrow}>
                {t.record.tokenExpires}
              </th>
              <th scope="col" className={styles.narrow}>
                {t.record.tokenAdded}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, rows).map((token) => (
              <TokenRow key={token.id} accountId={accountId} token={token} isOfDeleted={isOfDeleted} />
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
