'use client'

import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useRef } from 'react'
import type { RecordLayout } from '@/components/record/record-layout'
import { recordRequests } from '@/components/record/record-requests'
import { hasSection, type SectionId, sectionColumns, sectionCount } from '@/components/record/record-sections'
import styles from '@/components/record/record-view.module.css'
import { SectionBar } from '@/components/record/section-bar'
import { AddressesSection } from '@/components/record/sections/addresses-section'
import { CompanySection } from '@/components/record/sections/company-section'
import { ConsentSection } from '@/components/record/sections/consent-section'
import { OverviewSection } from '@/components/record/sections/overview-section'
import type { SectionProps } from '@/components/record/sections/section'
import { TagsSection } from '@/components/record/sections/tags-section'
import { useCurrentSection } from '@/components/record/use-current-section'
import { useIntl } from '@/components/ui/intl'

const components: Record<SectionId, ComponentType<SectionProps>> = {
  overview: OverviewSection,
  addresses: AddressesSection,
  consent: ConsentSection,
  company: CompanySection,
  tags: TagsSection,
}

/** Everything about one customer, section below section, with a bar that jumps to them. */
export function RecordView(props: SectionProps & { layout: RecordLayout }) {
  const { accountId, customer, layout } = props
  const { locale } = useIntl()
  const scroller = useRef<HTMLDivElement>(null)
  const columns = sectionColumns.map((ids) => ids.filter((id) => hasSection(customer, id)))
  const ids = columns.flat()
  const { current, jump } = useCurrentSection(scroller, ids)
  const tags = useQuery(recordRequests.tags(accountId, customer.customer_id)).data?.tags.length
  return (
    <div ref={scroller} className={`${styles.view} ${styles[layout]}`}>
      <SectionBar
        sections={ids.map((id) => ({ id, count: sectionCount(customer, id, tags, locale) }))}
        current={current}
        onJump={jump}
      />
      {columns.map((column) => (
        <div key={column[0]} className={styles.column}>
          {column.map((id) => {
            const Component = components[id]
            return <Component key={id} {...props} />
          })}
        </div>
      ))}
    </div>
  )
}
