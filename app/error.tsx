'use client'

import { Suspense } from 'react'
import { lazyComponent } from '@/components/ui/lazy-component'

const UnexpectedError = lazyComponent(
  () => import('@/components/ui/failure/unexpected-error'),
  (all) => all.UnexpectedError,
)

/** The screen for an unexpected error that no other screen handles. Its code is not part of the first load. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <Suspense>
      <UnexpectedError reset={reset} />
    </Suspense>
  )
}
