'use client'

import { Suspense, useRef } from 'react'
import { QuerySkeleton } from '@/components/record/facts/query-content'
import { Section, type SectionProps } from '@/components/record/sections/section'
import { useHasBeenVisible } from '@/components/record/view/use-has-been-visible'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'

const Timeline = lazyComponent(
  () => import('@/components/record/timeline/timeline'),
  (all) => all.Timeline,
)

/** What happened to a customer, and when. It has a call of its own, the first of them when it scrolls into view. */
export function TimelineSection({ accountId, customer, layout }: Omit<SectionProps, 'record'>) {
  const { t } = useIntl()
  const content = useRef<HTMLDivElement>(null)
  const hasBeenVisible = useHasBeenVisible(content)
  return (
    <Section id="timeline" title={t.record.timeline} layout={layout}>
      <div ref={content} className="min-h-6.5">
        {hasBeenVisible && (
          <Suspense fallback={<QuerySkeleton what={t.record.timeline} />}>
            <Timeline accountId={accountId} customer={customer} />
          </Suspense>
        )}
      </div>
    </Section>
  )
}
