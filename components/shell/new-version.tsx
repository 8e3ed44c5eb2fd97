'use client'

import { Suspense, useSyncExternalStore } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { isNewerBuild, onNewerBuild } from '@/lib/newer-build'

const NewVersionStrip = lazyPart(() =>
  import('@/components/shell/new-version-strip').then(({ NewVersionStrip }) => ({ default: NewVersionStrip })),
)

/** Tells of a newer build on the server, above the page; nothing where there is none. */
export function NewVersion() {
  const isThere = useSyncExternalStore(onNewerBuild, isNewerBuild, () => false)
  return <Suspense>{isThere && <NewVersionStrip />}</Suspense>
}
