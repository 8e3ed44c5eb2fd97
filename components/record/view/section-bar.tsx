'use client'

import { type MouseEvent, useEffect, useRef } from 'react'
import { sectionAnchor } from '@/components/record/sections/section'
import type { RecordSection } from '@/components/record/view/record-sections'
import styles from '@/components/record/view/record-view.module.css'
import { useIntl } from '@/components/ui/intl'
import type { Customer } from '@/lib/customers/model/customer'
import type { SectionId } from '@/lib/customers/model/record-section'

type SectionBarProps = {
  accountId: string
  customer: Customer
  sections: RecordSection[]
  current: string | undefined
  onJump: (id: SectionId) => void
}

/** Links to the sections, each with its count. Without JavaScript they work as links within the page. */
export function SectionBar({ accountId, customer, sections, current, onJump }: SectionBarProps) {
  const { t } = useIntl()
  const bar = useRef<HTMLElement>(null)
  const shownSection = useRef(current)

  useEffect(() => {
    // On a phone the bar scrolls sideways: keep the current link in view. On the first render nothing has to move.
    if (current === shownSection.current) return
    shownSection.current = current
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])

  const handleClick = (event: MouseEvent, id: SectionId) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onJump(id)
  }
  return (
    <nav ref={bar} aria-label={t.record.sections} className={styles.bar}>
      {sections.map(({ id, Count }) => (
        <a
          key={id}
          href={`#${sectionAnchor(id)}`}
          aria-current={id === current || undefined}
          onClick={(event) => handleClick(event, id)}
        >
          {t.record[id]}
          {Count && <Count accountId={accountId} customer={customer} />}
        </a>
      ))}
    </nav>
  )
}
