'use client'

import { useLayoutEffect } from 'react'
import { preloadWhenIdle } from '@/components/ui/lazy-component'
import { requireSamePerson } from '@/lib/api/person'

preloadWhenIdle(() => import('@/lib/api/watch-tabs').then(({ watchTabs }) => watchTabs()))

/** Leaves the document where the page that is rendered now is of another person than the first one; renders nothing. */
export function WatchPerson({ person }: { person: string }) {
  useLayoutEffect(() => void requireSamePerson(person), [person])
  return null
}
