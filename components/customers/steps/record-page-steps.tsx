'use client'

import { Suspense, useState } from 'react'
import { lazyComponent } from '@/components/ui/lazy-component'
import { useSessionState } from '@/components/ui/use-session-state'
import { parseRecordList, type RecordList, recordListKey } from '@/lib/record-list'

const RecordSteps = lazyComponent(
  () => import('@/components/customers/steps/record-steps'),
  (all) => all.RecordSteps,
)

/** The records beside this one in the list that its page was opened from; nothing where it was opened directly. */
export function RecordPageSteps({ accountId, customerId }: { accountId: string; customerId: string }) {
  const [stored] = useSessionState(recordListKey(accountId), parseRecordList)
  const [list, setList] = useState<RecordList | null>(null)
  // The next page of the list is stored a moment before its record is on the screen.
  if (stored?.ids.includes(customerId) && stored !== list) setList(stored)
  return (
    list && (
      <Suspense>
        <RecordSteps accountId={accountId} list={list} index={list.ids.indexOf(customerId)} />
      </Suspense>
    )
  )
}
