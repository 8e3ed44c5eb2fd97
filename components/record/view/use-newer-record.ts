'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { customerQueries } from '@/lib/api/queries/customers'
import { recordQueries } from '@/lib/api/queries/record'
import type { RecordAnswer } from '@/lib/customers/model/record'
import { hasChanged } from '@/lib/customers/model/record-changes'

/** A record that is younger than this is not checked again. */
const freshMs = 5_000

/**
 * Checks whether the shown record has changed whenever its window becomes visible again, and when its account reports so. A
 * newer record does not replace what a person is reading: it is returned as `newer`, and `show` replaces the shown one.
 */
export function useNewerRecord(accountId: string, customerId: string, shown: RecordAnswer | undefined) {
  const client = useQueryClient()
  const [newer, setNewer] = useState<RecordAnswer | null>(null)
  const { queryKey } = recordQueries.customer(accountId, customerId)

  const changedAt = useQuery(customerQueries.changed(accountId)).data?.[customerId]

  const check = useEffectEvent(async (isReported = false) => {
    const readAt = client.getQueryState(queryKey)?.dataUpdatedAt ?? 0
    const last = newer ?? shown
    if (!shown || !last || document.visibilityState !== 'visible') return
    if (!isReported && Date.now() - readAt < freshMs) return
    // When the check fails, the record stays as it is, with its age.
    const answer = await client.fetchQuery(recordQueries.check(accountId, customerId, last.etag)).catch(() => null)
    if (answer === null) return
    if ('unchanged' in answer || !hasChanged(last, answer)) {
      if (last === shown) client.setQueryData(queryKey, { ...shown, read_at: answer.read_at })
    } else setNewer(hasChanged(shown, answer) ? answer : null)
  })
  useEffect(() => {
    const handleReturn = () => void check()
    document.addEventListener('visibilitychange', handleReturn)
    window.addEventListener('focus', handleReturn)
    return () => {
      document.removeEventListener('visibilitychange', handleReturn)
      window.removeEventListener('focus', handleReturn)
    }
  }, [])

  useEffect(() => {
    if (changedAt) void check(true)
  }, [changedAt])

  const show = () => {
    if (newer) client.setQueryData(queryKey, newer)
    setNewer(null)
  }
  return { newer, show }
}
