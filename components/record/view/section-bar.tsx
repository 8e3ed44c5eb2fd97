'use client'

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { sectionAnchor } from '@/components/record/sections/section'
import type { RecordSection } from '@/components/record/view/record-sections'
import styles from '@/components/record/view/record-view.module.css'
import { useCommand, useHasCharacterKeys } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import type { Customer } from '@/lib/customers/model/customer'
import { recordSections, type SectionId } from '@/lib/customers/model/record-section'

type SectionBarProps = {
  accountId: string
  customer: Customer
  sections: RecordSection[]
  current: string | undefined
  onJump: (id: SectionId) => void
}

type SectionLinkProps = Pick<SectionBarProps, 'onJump'> & { id: SectionId; isCurrent: boolean; children: ReactNode }

/** A link to a section, which a number key follows too. A section has the same number in every record. */
function SectionLink({ id, isCurrent, onJump, children }: SectionLinkProps) {
  const { t } = useIntl()
  const hasCharacterKeys = useHasCharacterKeys()
  const key = String(recordSections.indexOf(id) + 1)
  useCommand({
    id: `section-${id}`,
    keys: [key],
    title: t.record[id],
    group: 'record',
    run: () => {
      onJump(id)
      return true
    },
  })
  const handleClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onJump(id)
  }
  return (
    <a
      href={`#${sectionAnchor(id)}`}
      aria-current={isCurrent || undefined}
      aria-keyshortcuts={hasCharacterKeys ? key : undefined}
      onClick={handleClick}
    >
      {children}
    </a>
  )
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
    const link = bar.current?.querySelector('[aria-current]')
    if (!bar.current || !link) return
    // Sideways alone: `scrollIntoView` also scrolls what is around the bar, which on a short screen is the record.
    const [box, place] = [bar.current.getBoundingClientRect(), link.getBoundingClientRect()]
    bar.current.scrollLeft += Math.min(0, place.left - box.left) + Math.max(0, place.right - box.right)
  }, [current])

  return (
    <nav ref={bar} aria-label={t.record.sections} className={styles.bar}>
      {sections.map(({ id, Count }) => (
        <SectionLink key={id} id={id} isCurrent={id === current} onJump={onJump}>
          <span>{t.record[id]}</span>
          {Count && <Count accountId={accountId} customer={customer} />}
        </SectionLink>
      ))}
    </nav>
  )
}
