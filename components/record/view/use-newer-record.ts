'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { recordQueries } from '@/lib/api/queries/record'
import type { RecordAnswer } from '@/lib/customers/model/record'
import { hasChanged } from '@/lib/customers/model/record-changes'

/** What was read so lately is not asked for again. */
const restMs = 5_000

/**
 * Asks whether a shown record is still so whenever its window comes back. What is new does not take the place of what is
 * being read: it is given as `newer`, and `show` brings it.
 */
export function useNewerRecord(accountId: string, customerId: string, shown: RecordAnswer | undefined) {
  const client = useQueryClient()
  const [newer, setNewer] = useState<RecordAnswer | null>(null)
  const { queryKey } = recordQueries.customer(accountId, customerId)

  const check = useEffectEvent(async () => {
    const readAt = client.getQueryState(queryKey)?.dataUpdatedAt ?? 0
    const last = newer ?? shown
    if (!shown || !last || document.visibilityState !== 'visible' || Date.now() - readAt < restMs) return
    // Where it cannot be asked, what was read stays, with its age.
    const answer = await client.fetchQuery(recordQueries.check(accountId, customerId, last.etag)).catch(() => null)
    if (answer === null) return
    if ('unchanged' in answer || !hasChanged(last, answer)) {
      if (last === shown) client.setQueryData(queryKey, { ...shown, read_at: answer.read_at })
    } else setNewer(hasChanged(shown, answer) ? answer : null)
  })
  useEffect(() => {
    const onBack = () => void check()
    document.addEventListener('visibilitychange', onBack)
    window.addEventListener('focus', onBack)
    return () => {
      document.removeEventListener('visibilitychange', onBack)
      window.removeEventListener('focus', onBack)
    }
  }, [])

  const show = () => {
    if (newer) client.setQueryData(queryKey, newer)
    setNewer(null)
  }
  return { newer, show }
}
