'use client'

import { type ReactNode, Suspense, useRef } from 'react'
import { QuerySkeleton } from '@/components/record/facts/query-content'
import { Section } from '@/components/record/sections/section'
import type { RecordLayout } from '@/components/record/view/record-heading'
import { useHasBeenVisible } from '@/components/record/view/use-has-been-visible'
import type { SectionId } from '@/lib/customers/model/record-section'

type Props = {
  id: SectionId
  title: string
  layout: RecordLayout
  /** The content, whose code and whose calls come when it scrolls into view. */
  children: ReactNode
}

/** A section that few people need: nothing of it is loaded or fetched before it has been in view. */
export function SectionInView({ id, title, layout, children }: Props) {
  const content = useRef<HTMLDivElement>(null)
  const hasBeenVisible = useHasBeenVisible(content)
  return (
    <Section id={id} title={title} layout={layout}>
      <div ref={content} data-unseen={hasBeenVisible ? undefined : ''} className="min-h-6.5">
        {hasBeenVisible && <Suspense fallback={<QuerySkeleton what={title} />}>{children}</Suspense>}
      </div>
    </Section>
  )
}
