'use client'

import { useEffect } from 'react'
import { preloadWhenIdle } from '@/components/ui/lazy-component'
import type { Customer } from '@/lib/customers/model/customer'
import { displayName } from '@/lib/customers/model/display-name'

const loadRecents = preloadWhenIdle(() => import('@/lib/recents'))

/** Adds an open record to the recent ones, which the search box and the palette list. */
export function useRecentRecord(accountId: string, customerId: string | null, known: Customer | undefined): void {
  const text = customerId === null ? null : (known && displayName(known)) || customerId
  useEffect(() => {
    if (customerId === null || text === null) return
    void loadRecents()
      .then(({ addRecent }) => addRecent(accountId, { kind: 'record', text, customerId }))
      .catch(() => {})
  }, [accountId, customerId, text])
}

/** Adds the record of a page of its own to the recent ones. */
export function RecentRecord({ accountId, customer }: { accountId: string; customer: Customer }) {
  useRecentRecord(accountId, customer.customer_id, customer)
  return null
}
