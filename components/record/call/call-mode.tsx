'use client'

import { type ComponentType, useEffect, useRef } from 'react'
import { AddressFacts, type CallFactsProps, ConsentFact, ReachFacts } from '@/components/record/call/call-facts'
import styles from '@/components/record/call/call-mode.module.css'
import { CallNotes } from '@/components/record/call/call-notes'
import { IdentityCheck } from '@/components/record/call/identity-check'
import { LastPurchase } from '@/components/record/call/last-purchase'
import { Heading, type RecordLayout, sectionLevel } from '@/components/record/view/record-heading'
import { recordName } from '@/components/record/view/record-title'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'

/** What is read aloud, in the order of a call: who it is first. */
const facts: readonly ComponentType<CallFactsProps>[] = [
  IdentityCheck,
  ReachFacts,
  AddressFacts,
  ConsentFact,
  LastPurchase,
]

type CallModeProps = CallFactsProps & { layout: RecordLayout; onLeave: () => void }

/** A record while its customer is on the phone: one column of large text to read aloud, and the notes of the call below it. */
export function CallMode({ layout, onLeave, ...props }: CallModeProps) {
  const { t } = useIntl()
  const words = t.record.call
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useCommand({
    id: 'call-leave',
    keys: ['Escape'],
    title: words.leave,
    group: 'record',
    run: () => {
      onLeave()
      return true
    },
  })
  return (
    <section aria-label={words.title} className={styles.call}>
      <div data-scroller="" tabIndex={-1} className={`${styles.facts} ${styles[layout]}`}>
        <div className={styles.head}>
          <Heading ref={heading} level={sectionLevel[layout]} tabIndex={-1} className={styles.name}>
            <Text>{recordName(props.customer, t)}</Text>
          </Heading>
          <Button variant="plain" onClick={onLeave}>
            {words.leave}
          </Button>
        </div>
        <dl>
          {facts.map((Facts, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the facts are a constant
            <Facts key={index} {...props} />
          ))}
        </dl>
      </div>
      <CallNotes {...props} />
    </section>
  )
}
