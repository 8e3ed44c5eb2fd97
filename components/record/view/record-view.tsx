'use client'

import { useQueryState } from 'nuqs'
import { type ComponentType, useDeferredValue, useEffect, useEffectEvent, useRef } from 'react'
import { RawSection } from '@/components/record/raw/raw-section'
import { useRecordSettings } from '@/components/record/record-settings'
import { ActivitySection } from '@/components/record/sections/activity-section'
import { AddressesSection } from '@/components/record/sections/addresses-section'
import { AttributesSection } from '@/components/record/sections/attributes-section'
import { CompanySection } from '@/components/record/sections/company-section'
import { ConsentSection } from '@/components/record/sections/consent-section'
import { ContactsSection } from '@/components/record/sections/contacts-section'
import { OverviewSection } from '@/components/record/sections/overview-section'
import type { SectionProps } from '@/components/record/sections/section'
import { TagsSection } from '@/components/record/sections/tags-section'
import { hasSection, sectionColumns, useSectionCounts } from '@/components/record/view/record-sections'
import styles from '@/components/record/view/record-view.module.css'
import { SectionBar } from '@/components/record/view/section-bar'
import { useCurrentSection } from '@/components/record/view/use-current-section'
import { useIntl } from '@/components/ui/intl'
import { customerView } from '@/lib/customers/filters/customer-query'
import type { SectionId } from '@/lib/customers/model/record-section'

const components: Record<SectionId, ComponentType<SectionProps>> = {
  overview: OverviewSection,
  addresses: AddressesSection,
  consent: ConsentSection,
  company: CompanySection,
  contacts: ContactsSection,
  tags: TagsSection,
  attributes: AttributesSection,
  activity: ActivitySection,
  raw: RawSection,
}

/** Everything about one customer, section below section, with a bar that jumps to them. */
export function RecordView(props: SectionProps) {
  const { accountId, customer, layout, record } = props
  const { locale } = useIntl()
  const { mayReadActivity } = useRecordSettings()
  const scroller = useRef<HTMLDivElement>(null)
  const [section, setSection] = useQueryState('section', customerView.section)
  const columns = sectionColumns.map((ids) => ids.filter((id) => hasSection(customer, id, record, mayReadActivity)))
  const ids = columns.flat()
  // Over the list, what is read first stands there first, and the rest follows. The HTML of a page holds all of it.
  const isWhole = useDeferredValue(true, layout === 'page')
  const { current, jump } = useCurrentSection(scroller, ids, isWhole)
  const countOf = useSectionCounts(accountId, customer, locale)

  // An address may name a section: the record begins there, and the focus stays where it is.
  const begin = useEffectEvent(() => {
    if (section && section !== 'overview') jump(section, { focus: false })
  })
  useEffect(() => {
    if (isWhole) begin()
  }, [isWhole])
  return (
    <div ref={scroller} className={`${styles.view} ${styles[layout]}`}>
      <SectionBar
        sections={ids.map((id) => ({ id, count: countOf(id) }))}
        current={current}
        onJump={(id) => {
          jump(id)
          void setSection(id === 'overview' ? null : id, { history: 'replace' })
        }}
      />
      {columns.map((column) => (
        <div key={column[0]} className={styles.column}>
          {column.map((id) => {
            if (!isWhole && id !== 'overview') return null
            const Component = components[id]
            return <Component key={id} {...props} />
          })}
        </div>
      ))}
    </div>
  )
}
