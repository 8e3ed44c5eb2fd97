'use client'

import { type MouseEvent, useEffect, useRef } from 'react'
import { sectionAnchor } from '@/components/record/sections/section'
import styles from '@/components/record/view/record-view.module.css'
import { useIntl } from '@/components/ui/intl'
import type { SectionId } from '@/lib/customers/model/record-section'

type SectionBarProps = {
  sections: { id: SectionId; count: number | null }[]
  current: string | undefined
  onJump: (id: SectionId) => void
}

/** The names of the sections. It jumps and hides nothing: before any script has come its links do the same. */
export function SectionBar({ sections, current, onJump }: SectionBarProps) {
  const { t, locale } = useIntl()
  const bar = useRef<HTMLElement>(null)
  const inSight = useRef(current)

  useEffect(() => {
    // On a phone the bar scrolls sideways; the current name stays in sight. Where it begins nothing has to move.
    if (current === inSight.current) return
    inSight.current = current
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])

  const jump = (id: SectionId) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onJump(id)
  }
  return (
    <nav ref={bar} aria-label={t.record.sections} className={styles.bar}>
      {sections.map(({ id, count }) => (
        <a key={id} href={`#${sectionAnchor(id)}`} aria-current={id === current || undefined} onClick={jump(id)}>
          {t.record[id]}
          {count !== null && <span className={styles.count}>{count.toLocaleString(locale)}</span>}
        </a>
      ))}
    </nav>
  )
}
