'use client'

import { Suspense } from 'react'
import { lazyComponent } from '@/components/ui/lazy-component'
import type { ApiError } from '@/lib/api/errors'

const PageFailureMessage = lazyComponent(
  () => import('@/components/shell/page-failure-message'),
  (all) => all.PageFailureMessage,
)

/** The screen of a page that could not be read. Its code is not part of the first load. */
export function PageFailure({ error }: { error: ApiError }) {
  return (
    <Suspense>
      <PageFailureMessage error={error} />
    </Suspense>
  )
}
