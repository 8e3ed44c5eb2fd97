'use client'

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { sectionAnchor } from '@/components/record/sections/section'
import type { RecordSection } from '@/components/record/view/record-sections'
import styles from '@/components/record/view/record-view.module.css'
import { useCommand, useHasCharacterKeys } from '@/components/ui/commands'
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

type SectionLinkProps = Pick<SectionBarProps, 'onJump'> &
  Pick<RecordSection, 'id' | 'shortcut'> & { isCurrent: boolean; children: ReactNode }

/** A link to a section, which its key follows too. */
function SectionLink({ id, shortcut, isCurrent, onJump, children }: SectionLinkProps) {
  const { t } = useIntl()
  const hasCharacterKeys = useHasCharacterKeys()
  useCommand({
    id: `section-${id}`,
    keys: [shortcut],
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
      aria-keyshortcuts={hasCharacterKeys ? shortcut : undefined}
      onClick={handleClick}
    >
      {children}
    </a>
  )
}

/**
 * Scrolls the bar sideways, so that a link is in the middle and those beside it can be pressed. `scrollIntoView` also scrolls what is
 * around the bar, which on a short screen is the record.
 */
function showInBar(bar: Element, link: Element): void {
  const [box, place] = [bar.getBoundingClientRect(), link.getBoundingClientRect()]
  bar.scrollLeft += place.left + place.width / 2 - (box.left + box.width / 2)
}

/** Links to the sections, each with its count. Without JavaScript they work as links within the page. */
export function SectionBar({ accountId, customer, sections, current, onJump }: SectionBarProps) {
  const { t } = useIntl()
  const bar = useRef<HTMLElement>(null)
  const currentIndex = sections.findIndex(({ id }) => id === current)

  useEffect(() => {
    const nav = bar.current
    const link = nav?.children[currentIndex]
    if (!nav || !link) return
    // Counts that arrive make links wider. Nothing moves from under the focus.
    const observer = new ResizeObserver(() => {
      if (!nav.contains(document.activeElement)) showInBar(nav, link)
    })
    for (const one of nav.children) observer.observe(one)
    return () => observer.disconnect()
  }, [currentIndex])

  return (
    <nav
      ref={bar}
      aria-label={t.record.sections}
      className={styles.bar}
      // A browser leaves a link where it is of which the smallest part is seen. A link that is pressed stays under the pointer.
      onFocus={({ currentTarget, target }) => {
        if (target.matches(':focus-visible')) showInBar(currentTarget, target)
      }}
    >
      {sections.map(({ id, shortcut, Count }) => (
        <SectionLink key={id} id={id} shortcut={shortcut} isCurrent={id === current} onJump={onJump}>
          <span>{t.record[id]}</span>
          {Count && <Count accountId={accountId} customer={customer} />}
        </SectionLink>
      ))}
    </nav>
  )
}
