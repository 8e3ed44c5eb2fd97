'use client'

import { Suspense } from 'react'
import { lazyComponent } from '@/components/ui/lazy-component'
import { usePreferences } from '@/components/ui/page/preferences'

const UnsavedStrip = lazyComponent(
  () => import('@/components/shell/preferences/unsaved-strip'),
  (all) => all.UnsavedStrip,
)

/** Reports that what the person chose last could not be saved; otherwise renders nothing. */
export function UnsavedChoice() {
  const { unsaved, choose } = usePreferences()
  return (
    unsaved && (
      <Suspense>
        <UnsavedStrip onRetry={() => void choose(unsaved)} />
      </Suspense>
    )
  )
}
