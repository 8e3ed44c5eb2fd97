'use client'

import { CustomerCell, QueryCell, RoleCell, TimeCell } from '@/components/activity/activity-cells'
import styles from '@/components/activity/activity-table.module.css'
import { EventKind } from '@/components/ui/event-kind'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { routes } from '@/lib/api/routes'
import type { AuditEvent } from '@/lib/audit/audit-event'

const columns = ['time', 'person', 'role', 'kind', 'customer', 'query', 'count', 'note'] as const

type ActivityTableProps = {
  accountId: string
  events: AuditEvent[]
  isStale: boolean
  mayReadCustomers: boolean
}

/** Who did what, one `tr` each, newest first. */
export function ActivityTable({ accountId, events, isStale, mayReadCustomers }: ActivityTableProps) {
  const { t, locale } = useIntl()
  const hrefOf = mayReadCustomers ? (customerId: string) => routes.customer(accountId, customerId) : null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, also where it holds no link
    <section aria-label={t.shell.activity} tabIndex={0} className={styles.scroll}>
      <table className={styles.table} data-stale={isStale ? '' : undefined} aria-busy={isStale}>
        <caption className="sr-only">{t.shell.activity}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column} className={styles[column]} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {t.activity[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id} data-event={event.id}>
              <td className={styles.time}>
                <TimeCell {...event} />
              </td>
              <td className={styles.person} title={event.actor.email}>
                <Text>{event.actor.name || event.actor.email}</Text>
              </td>
              <td className={styles.role}>
                <RoleCell {...event} />
              </td>
              <td className={styles.kind}>
                <EventKind kind={event.kind} />
              </td>
              <td className={styles.customer}>
                {event.customers.length > 0 && <CustomerCell event={event} hrefOf={hrefOf} />}
              </td>
              <td className={styles.query}>{event.filters.length > 0 && <QueryCell {...event} />}</td>
              <td className={styles.count}>{event.rows?.toLocaleString(locale)}</td>
              <td className={styles.note} title={event.note ?? undefined}>
                {event.note && <Text>{event.note}</Text>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
