'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { QueryFailure, QuerySkeleton } from '@/components/record/facts/query-content'
import styles from '@/components/record/facts/record-table.module.css'
import { Section, type SectionProps } from '@/components/record/sections/section'
import { useHasBeenVisible } from '@/components/record/view/use-has-been-visible'
import { Button } from '@/components/ui/button'
import { EventKind } from '@/components/ui/event-kind'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/time/timestamp'
import { activityQueries } from '@/lib/api/queries/activity'
import type { ListedEvent } from '@/lib/audit/audit-event'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'
import { plural } from '@/lib/messages/messages'

function Events({ events }: { events: ListedEvent[] }) {
  const { t, locale } = useIntl()
  return (
    <table className={`${styles.table} ${styles.stacks}`}>
      <caption className="sr-only">{t.record.activity}</caption>
      <thead>
        <tr>
          <th scope="col">{t.activity.person}</th>
          <th scope="col">{t.activity.kind}</th>
          <th scope="col">{t.activity.time}</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ id, actor, kind, at, sections }) => (
          <tr key={id}>
            <th scope="row" title={actor.email}>
              <Text>{actor.name || actor.email}</Text>
            </th>
            <td data-label={t.activity.kind}>
              <span className="flex items-center gap-1.5">
                <EventKind kind={kind} />
                {sections.length > 0 && (
                  <span className="text-12 text-text-2">{plural(t.activity.sections, sections.length, locale)}</span>
                )}
              </span>
            </td>
            <td className={styles.quietCell} data-label={t.activity.time}>
              <Timestamp iso={at} as="moment" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who has read this customer, newest first. It is fetched when it scrolls into view, which is an audit event too. */
export function ActivitySection({ accountId, customer, layout }: Omit<SectionProps, 'record'>) {
  const { t } = useIntl()
  const content = useRef<HTMLDivElement>(null)
  const hasBeenVisible = useHasBeenVisible(content)
  const query = useInfiniteQuery({
    ...activityQueries.ofCustomer(accountId, customer.customer_id),
    enabled: hasBeenVisible && canBeCustomerId(customer.customer_id),
  })
  const { data, hasNextPage, isFetching, fetchNextPage } = query
  const events = data?.pages.flatMap((page) => page.events) ?? []
  return (
    <Section id="activity" title={t.record.activity} layout={layout}>
      <div ref={content} className="min-h-6.5">
        {events.length > 0 && <Events events={events} />}
        {hasNextPage && (
          <Button size="small" aria-busy={isFetching} onClick={() => void fetchNextPage()}>
            {isFetching ? t.record.readingPart : t.activity.more}
          </Button>
        )}
        {!data && isFetching && <QuerySkeleton what={t.record.activity} />}
        <QueryFailure query={query} failed={t.record.partFailed.activity} />
      </div>
    </Section>
  )
}
