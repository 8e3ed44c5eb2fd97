'use client'

import { RefreshCw } from 'lucide'
import { Suspense, useRef, useState } from 'react'
import { callModeKey } from '@/components/record/call/call-mode-button'
import { RevealsProvider } from '@/components/record/reveal/reveals'
import type { SectionProps } from '@/components/record/sections/section'
import { Tombstone } from '@/components/record/tombstone/tombstone'
import styles from '@/components/record/view/record-body.module.css'
import { RecordView } from '@/components/record/view/record-view'
import { useNewerRecord } from '@/components/record/view/use-newer-record'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { Strip } from '@/components/ui/strip'
import { propertyLabel } from '@/lib/customers/format/property-label'
import { isTombstone } from '@/lib/customers/model/display-name'
import type { RecordAnswer } from '@/lib/customers/model/record'
import { changedProperties } from '@/lib/customers/model/record-changes'
import { fill } from '@/lib/messages/messages'
import { formatTime } from '@/lib/time'

const CallMode = lazyComponent(
  () => import('@/components/record/call/call-mode'),
  (all) => all.CallMode,
)

type ChangedStripProps = { shown: RecordAnswer; newer: RecordAnswer; onShow: () => void }

/** Reports that the customer has changed since it was fetched, and which properties have changed. */
function ChangedStrip({ shown, newer, onShow }: ChangedStripProps) {
  const { t, locale, zone } = useIntl()
  const words = t.record.changed
  const isDeleted = isTombstone(newer.customer) && !isTombstone(shown.customer)
  const names = changedProperties(shown.customer, newer.customer).map((name) => propertyLabel(name, t))
  const time = formatTime(shown.read_at, locale, zone)
  return (
    <Strip
      tone="warn"
      icon={RefreshCw}
      actions={
        <Button size="small" onClick={onShow}>
          {words.show}
        </Button>
      }
    >
      {isDeleted
        ? fill(words.deleted, { time })
        : `${fill(words.strip, { time })} ${names.join(', ') || words.elsewhere}`}
    </Strip>
  )
}

/** The content of a record in the drawer and on its page: its sections, or the tombstone of a deleted customer. */
export function RecordBody(props: SectionProps) {
  const { accountId, customer, record } = props
  const { t } = useIntl()
  const { newer, show } = useNewerRecord(accountId, customer.customer_id, record)
  useCommand({
    id: 'record-print',
    keys: [],
    title: t.record.print,
    group: 'record',
    run: () => {
      window.print()
      return true
    },
  })
  const [isCall, setIsCall] = useState(false)
  const content = useRef<HTMLDivElement>(null)
  useCommand({
    id: 'record-call',
    keys: [callModeKey],
    title: t.record.call.title,
    group: 'record',
    run: () => {
      // Nothing of a deleted customer is left to read aloud.
      if (isTombstone(customer)) return false
      setIsCall(!isCall)
      return true
    },
  })
  const leaveCall = () => {
    setIsCall(false)
    content.current?.focus({ preventScroll: true })
  }
  const Content = isTombstone(customer) ? Tombstone : RecordView
  return (
    <div className={styles.body}>
      <div role="status">{newer && record && <ChangedStrip shown={record} newer={newer} onShow={show} />}</div>
      <div ref={content} tabIndex={-1} className={styles.content}>
        <RevealsProvider accountId={accountId} customerId={customer.customer_id} record={record}>
          {isCall ? (
            <Suspense>
              <CallMode {...props} onLeave={leaveCall} />
            </Suspense>
          ) : (
            <Content {...props} />
          )}
        </RevealsProvider>
      </div>
    </div>
  )
}
