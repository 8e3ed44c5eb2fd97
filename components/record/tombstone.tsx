'use client'

import { UserRoundX } from 'lucide-react'
import { Fact, Facts, MomentFact, TextFact } from '@/components/record/facts'
import { Heading } from '@/components/record/record-heading'
import { type RecordLayout, sectionLevel } from '@/components/record/record-layout'
import styles from '@/components/record/tombstone.module.css'
import { TombstoneSteps } from '@/components/record/tombstone-steps'
import { useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'
import { Text } from '@/components/ui/text'
import type { Customer } from '@/lib/customers/customer'
import { fill } from '@/lib/messages/messages'
import { formatDateTime } from '@/lib/time'

/** A client's id is a UUID; its beginning tells it from the few others. The whole stands below. */
const shortId = (id: string) => id.slice(0, 8)

type TombstoneProps = { accountId: string; customer: Customer; layout: RecordLayout }

/** What Dintero keeps of a deleted customer, what it erased, and the next thing to do. Never an empty form. */
export function Tombstone({ accountId, customer, layout }: TombstoneProps) {
  const { t, locale, zone } = useIntl()
  const { deleted_at: deletedAt = '', deleted_by: deletedBy } = customer
  const words = t.record.tombstone
  const level = sectionLevel[layout]
  const time = formatDateTime(deletedAt, locale, zone)
  return (
    <div className={styles.view}>
      <Strip tone="bad" icon={UserRoundX}>
        <b className="font-medium">
          <Text>{fill(words.strip, { time })}</Text>
        </b>
        <span className="text-text-2">
          {deletedBy ? <Text>{` ${fill(words.by, { client: shortId(deletedBy) })}`}</Text> : '.'} {words.final}
        </span>
      </Strip>
      <div className={`${styles.columns} ${styles[layout]}`}>
        <section>
          <Heading level={level} className={styles.title}>
            {words.left}
          </Heading>
          <Facts>
            <TextFact label={t.record.customerId} value={customer.customer_id} copyable />
            <TextFact label={t.record.id} value={customer.id} copyable />
            <Fact label={t.record.type}>{t.types[customer.type]}</Fact>
            <MomentFact label={t.record.created} iso={customer.created_at} />
            <TextFact label={t.record.createdBy} value={customer.created_by} copyable />
            <MomentFact label={t.record.deleted} iso={deletedAt} danger />
            <TextFact label={t.record.deletedBy} value={deletedBy} copyable />
          </Facts>
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
    </div>
  )
}
