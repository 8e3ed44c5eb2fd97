'use client'

import type { SectionProps } from '@/components/record/sections/section'
import { SectionInView } from '@/components/record/sections/section-in-view'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'

const Timeline = lazyComponent(
  () => import('@/components/record/timeline/timeline'),
  (all) => all.Timeline,
)

/** What happened to a customer, and when. */
export function TimelineSection({ accountId, customer, layout }: Omit<SectionProps, 'record'>) {
  const { t } = useIntl()
  return (
    <SectionInView id="timeline" title={t.record.timeline} layout={layout}>
      <Timeline accountId={accountId} customer={customer} />
    </SectionInView>
  )
}
