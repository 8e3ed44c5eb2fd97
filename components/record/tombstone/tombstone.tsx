'use client'

import { UserRoundX } from 'lucide'
import { Fact, Facts, MomentFact, TextFact } from '@/components/record/facts/facts'
import { RawSection } from '@/components/record/raw/raw-section'
import type { SectionProps } from '@/components/record/sections/section'
import { TimelineSection } from '@/components/record/timeline/timeline-section'
import { LeftTokens } from '@/components/record/tombstone/left-tokens'
import styles from '@/components/record/tombstone/tombstone.module.css'
import { TombstoneSteps } from '@/components/record/tombstone/tombstone-steps'
import { Heading, sectionLevel } from '@/components/record/view/record-heading'
import { useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'
import { Text } from '@/components/ui/text'
import { fill } from '@/lib/messages/messages'
import { formatDateTime } from '@/lib/time'

/** The id of an API client is a UUID, of which the beginning is enough here. The full id is shown below. */
const shortId = (id: string) => id.slice(0, 8)

/** What Dintero still has of a deleted customer, what it has erased, and the next steps. */
export function Tombstone({ accountId, customer, layout, record }: SectionProps) {
  const { t, locale, zone } = useIntl()
  const { deleted_at: deletedAt = '', deleted_by: deletedBy } = customer
  const words = t.record.tombstone
  const level = sectionLevel[layout]
  const time = formatDateTime(deletedAt, locale, zone)
  return (
    <div tabIndex={-1} data-scroller="" className={styles.view}>
      <Strip tone="bad" icon={UserRoundX}>
        <b className="font-medium">
          <Text translate="yes">{fill(words.strip, { time })}</Text>
        </b>
        <span className="text-text-2">
          <Text translate="yes">{deletedBy ? ` ${fill(words.by, { client: shortId(deletedBy) })}` : '.'}</Text>{' '}
          {words.final}
        </span>
      </Strip>
      <div className={`${styles.columns} ${styles[layout]}`}>
        <section>
          <Heading level={level} className={styles.title}>
            {words.left}
          </Heading>
          <Facts>
            <TextFact label={t.record.customerId} value={customer.customer_id} />
            <TextFact label={t.record.id} value={customer.id} />
            <Fact label={t.record.type}>{t.types[customer.type]}</Fact>
            <MomentFact label={t.record.created} iso={customer.created_at} />
            <TextFact label={t.record.createdBy} value={customer.created_by} />
            <MomentFact label={t.record.deleted} iso={deletedAt} danger />
            <TextFact label={t.record.deletedBy} value={deletedBy} />
            <MomentFact label={t.record.readAt} iso={record?.read_at} />
          </Facts>
          <LeftTokens accountId={accountId} customer={customer} layout={layout} />
        </section>
        <section>
          <Heading level={level} className={styles.title}>
            {words.erased}
          </Heading>
          <p className={styles.erased}>{words.erasedText}</p>
          <div className="print:hidden">
            <Heading level={level} className={styles.title}>
              {words.next}
            </Heading>
            <TombstoneSteps accountId={accountId} />
          </div>
        </section>
      </div>
      <div className={styles.raw}>
        <TimelineSection accountId={accountId} customer={customer} layout={layout} />
        <RawSection accountId={accountId} customer={customer} layout={layout} />
      </div>
    </div>
  )
}
