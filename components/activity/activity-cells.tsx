'use client'

import type { CellContext } from '@tanstack/react-table'
import { ChevronRight } from 'lucide'
import { createContext, useContext } from 'react'
import styles from '@/components/activity/activity-cells.module.css'
import type { ActivityRow } from '@/components/activity/activity-rows'
import type { ListFeatures } from '@/components/list/list-features'
import { EventKind } from '@/components/ui/event-kind'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/time/timestamp'
import { filterText, filterWord } from '@/lib/audit/filter-text'
import { formatDay } from '@/lib/calendar'
import { canBeInUrl } from '@/lib/customers/model/customer-id'
import { plural } from '@/lib/messages/messages'
import { formatTime } from '@/lib/time'

type CellProps<K extends keyof ActivityRow> = CellContext<ListFeatures<ActivityRow>, ActivityRow, ActivityRow[K]>

/** The day in grey, then the time of day. */
export function TimeCell({ getValue }: CellProps<'at'>) {
  const { locale, zone, now } = useIntl()
  const at = getValue()
  return (
    <Timestamp iso={at} as="moment">
      <span className="text-text-2">{formatDay(at, now, locale, zone)}</span>{' '}
      <span>{formatTime(at, locale, zone)}</span>
    </Timestamp>
  )
}

export function PersonCell({ getValue }: CellProps<'actor'>) {
  const { name, email } = getValue()
  return (
    <span title={email}>
      <Text>{name || email}</Text>
    </span>
  )
}

export function RoleCell({ getValue }: CellProps<'actor'>) {
  const { t } = useIntl()
  const { role } = getValue()
  const names: Record<string, string> = t.shell.roles
  return <span>{role === null ? t.shell.noRole : (names[role] ?? role)}</span>
}

export function KindCell({ getValue }: CellProps<'kind'>) {
  return <EventKind kind={getValue()} />
}

/** The URL of a customer's record; null for a person who may not open one. */
export const RecordHref = createContext<((customerId: string) => string) | null>(null)

/** The id of a customer; of several, their number with the ids behind it. */
export function CustomersCell({ getValue }: CellProps<'customers'>) {
  const { t, locale } = useIntl()
  const toHref = useContext(RecordHref)
  const ids = getValue().map((id) => {
    const href = canBeInUrl(id) ? toHref?.(id) : undefined
    const name = <Text>{id}</Text>
    return (
      <span key={id} title={id} className={styles.id}>
        {href === undefined ? name : <a href={href}>{name}</a>}
      </span>
    )
  })
  if (ids.length < 2) return ids
  return (
    <details className={styles.several}>
      <summary>
        <span>{plural(t.activity.customers, ids.length, locale)}</span>
        <Icon of={ChevronRight} size={12} className="text-text-3" />
      </summary>
      {ids}
    </details>
  )
}

/** The filters of the request: plain values as text, personal ones as their keyed hash. */
export function FiltersCell({ getValue }: CellProps<'filters'>) {
  const { t, locale } = useIntl()
  const words = t.activity.filterWords
  const filters = getValue()
  if (filters.length === 0) return null
  return (
    <span title={filters.map((filter) => filterText(filter, locale, words)).join(' ')}>
      {filters.map((filter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a filter can occur twice, and none moves
        <span key={index}>
          {' '}
          {filter.hash === undefined ? (
            <Text>{filterText(filter, locale, words)}</Text>
          ) : (
            <span translate="no">
              <span>{`${filterWord(filter, locale, words)} `}</span>
              <span className="font-mono text-12">{filter.hash}</span>
            </span>
          )}
        </span>
      ))}
    </span>
  )
}

export function CountCell({ getValue }: CellProps<'rows'>) {
  const { locale } = useIntl()
  const rows = getValue()
  return rows !== null && <span>{rows.toLocaleString(locale)}</span>
}
