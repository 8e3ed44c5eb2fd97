'use client'

import { ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import styles from '@/components/activity/activity-table.module.css'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/timestamp'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { filterText, filterWord } from '@/lib/audit/filter-text'
import { formatDay } from '@/lib/calendar'
import { hasAddress } from '@/lib/customers/model/customer-id'
import { plural } from '@/lib/messages/messages'
import { formatTime } from '@/lib/time'

/** The day in grey, the time of day to be read. */
export function TimeCell({ at }: AuditEvent) {
  const { locale, zone, now } = useIntl()
  return (
    <Timestamp iso={at} as="moment">
      <span className="text-text-2">{formatDay(at, now, locale, zone)}</span> {formatTime(at, locale, zone)}
    </Timestamp>
  )
}

export function RoleCell({ actor: { role } }: AuditEvent) {
  const { t } = useIntl()
  const names: Record<string, string> = t.shell.roles
  return role === null ? t.shell.noRole : (names[role] ?? role)
}

type CustomerCellProps = {
  event: AuditEvent
  /** The address of a customer's record; null for those who may not open one. */
  hrefOf: ((customerId: string) => string) | null
}

/** A customer by its id; several behind their number. */
export function CustomerCell({ event: { customers }, hrefOf }: CustomerCellProps) {
  const { t, locale } = useIntl()
  const names = customers.map((id) => {
    const href = hasAddress(id) ? hrefOf?.(id) : undefined
    const name = <Text>{id}</Text>
    return (
      <span key={id} title={id} className={styles.id}>
        {href === undefined ? name : <a href={href}>{name}</a>}
      </span>
    )
  })
  if (names.length < 2) return names
  return (
    <details className={styles.several}>
      <summary>
        {plural(t.activity.customers, names.length, locale)}
        <ChevronRight size={12} className="text-text-3" />
      </summary>
      {names}
    </details>
  )
}

/** What was asked by: what tells of nobody in words, the rest as its keyed hash. */
export function QueryCell({ filters }: AuditEvent) {
  return (
    <span title={filters.map(filterText).join(' ')}>
      {filters.map((filter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a filter may stand twice, and none moves
        <Fragment key={index}>
          {index > 0 && ' '}
          {filter.hash === undefined ? (
            <Text>{filterText(filter)}</Text>
          ) : (
            <>
              {filterWord(filter)} <span className="font-mono text-12">{filter.hash}</span>
            </>
          )}
        </Fragment>
      ))}
    </span>
  )
}
