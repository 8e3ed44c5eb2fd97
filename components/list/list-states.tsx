'use client'

import { type ReactNode, Suspense } from 'react'
import { SkeletonRows } from '@/components/list/skeleton-rows'
import type { List } from '@/components/list/use-list'
import { useOnline } from '@/components/ui/failure/use-online'
import { lazyComponent } from '@/components/ui/lazy-component'

const loadFailure = () => import('@/components/list/list-failure')
const ListFailure = lazyComponent(loadFailure, (all) => all.ListFailure)
const StaleRowsStrip = lazyComponent(loadFailure, (all) => all.StaleRowsStrip)

/** Above rows that stay although newer ones failed, or although there is no network. */
export function StaleRowsNotice({ list }: { list: List }) {
  const isOnline = useOnline()
  if (!list.shown || (isOnline && !list.failure)) return null
  return (
    <Suspense>
      <StaleRowsStrip list={list} />
    </Suspense>
  )
}

/** In place of a table without rows: `none` for an empty page, the failure, or a skeleton of what is loading. */
export function NoRowsState({ list, none }: { list: List; none: ReactNode }) {
  if (!list.shown && !list.failure) return <SkeletonRows />
  return <Suspense>{list.shown ? none : list.failure && <ListFailure list={list} failure={list.failure} />}</Suspense>
}
