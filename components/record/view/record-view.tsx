'use client'

import { useQueryState } from 'nuqs'
import { useDeferredValue, useEffect, useEffectEvent, useRef } from 'react'
import { useRecordSettings } from '@/components/record/record-settings'
import type { SectionProps } from '@/components/record/sections/section'
import { recordSections } from '@/components/record/view/record-sections'
import styles from '@/components/record/view/record-view.module.css'
import { SectionBar } from '@/components/record/view/section-bar'
import { useCurrentSection } from '@/components/record/view/use-current-section'
import { customerView } from '@/lib/customers/filters/customer-query'

const columns = [1, 2] as const

/** Everything that is known of one customer, section below section, with a bar of links to them. */
export function RecordView(props: SectionProps) {
  const { accountId, customer, layout, record } = props
  const { mayReadActivity, hiddenSections } = useRecordSettings()
  const scroller = useRef<HTMLDivElement>(null)
  const [section, setSection] = useQueryState('section', customerView.section)
  const visibility = { customer, record, mayReadActivity, hiddenSections }
  const sections = recordSections.filter(({ isShown = () => true }) => isShown(visibility))
  // The drawer renders the overview first and the rest in a second, deferred render; the HTML of a page holds all of it.
  const isComplete = useDeferredValue(true, layout === 'page')
  const ids = sections.map(({ id }) => id)
  const { current, jump } = useCurrentSection(scroller, ids, isComplete)

  // The URL may name a section: the record opens there, and the focus stays where it is.
  const jumpToSectionOfUrl = useEffectEvent(() => {
    if (section && section !== 'overview') jump(section, { focus: false })
  })
  useEffect(() => {
    if (isComplete) jumpToSectionOfUrl()
  }, [isComplete])
  return (
    <div ref={scroller} tabIndex={-1} data-scroller="" className={`${styles.view} ${styles[layout]}`}>
      <SectionBar
        accountId={accountId}
        customer={customer}
        sections={sections}
        current={current}
        onJump={(id) => {
          jump(id)
          void setSection(id === 'overview' ? null : id, { history: 'replace' })
        }}
      />
      {columns.map((column) => (
        <div key={column} className={styles.column}>
          {sections.map(
            ({ id, column: own, Component }) =>
              own === column && (isComplete || id === 'overview') && <Component key={id} {...props} />,
          )}
        </div>
      ))}
    </div>
  )
}
