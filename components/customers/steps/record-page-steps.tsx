'use client'

import { Suspense } from 'react'
import { lazyComponent } from '@/components/ui/lazy-component'
import { useSessionState } from '@/components/ui/use-session-state'
import { findRecordList, parseRecordLists, recordListsKey } from '@/lib/record-list'

const RecordSteps = lazyComponent(
  () => import('@/components/customers/steps/record-steps'),
  (all) => all.RecordSteps,
)

/** The records beside this one in the list that its page was opened from; nothing where it was opened directly. */
export function RecordPageSteps({ accountId, customerId }: { accountId: string; customerId: string }) {
  const [lists] = useSessionState(recordListsKey(accountId), parseRecordLists)
  const list = findRecordList(lists, customerId)
  return (
    list && (
      <Suspense>
        <RecordSteps accountId={accountId} list={list} index={list.ids.indexOf(customerId)} />
      </Suspense>
    )
  )
}
