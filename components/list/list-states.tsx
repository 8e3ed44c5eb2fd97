'use client'

import { type ReactNode, Suspense } from 'react'
import { SkeletonRows } from '@/components/list/skeleton-rows'
import type { List } from '@/components/list/use-list'
import { useOnline } from '@/components/ui/failure/use-online'
import { lazyComponent } from '@/components/ui/lazy-component'

const loadFailure = () => import('@/components/list/list-failure')
const ListFailure = lazyComponent(loadFailure, (all) => all.ListFailure)
const RowsStrip = lazyComponent(loadFailure, (all) => all.RowsStrip)

/** Above rows that stay although newer ones failed, or although there is no network; and above rows that take long. */
export function RowsNotice({ list, waitsFor }: { list: List; waitsFor: string }) {
  const isOnline = useOnline()
  if (isOnline && !list.failure && !list.isFetching) return null
  return (
    <Suspense>
      <RowsStrip list={list} waitsFor={waitsFor} />
    </Suspense>
  )
}

/** In place of a table without rows: `none` for an empty page, the failure, or a skeleton of what is loading. */
export function NoRowsState({ list, none }: { list: List; none: ReactNode }) {
  if (!list.shown && !list.failure) return <SkeletonRows />
  return <Suspense>{list.shown ? none : list.failure && <ListFailure list={list} failure={list.failure} />}</Suspense>
}
