'use client'

import { useSessionState } from '@/components/ui/use-session-state'
import { routes } from '@/lib/api/routes'
import { parseRecordList, recordListKey } from '@/lib/record-list'

/**
 * Returns the URL of the list that the page of a record was opened from, with this record open over it as it was, or of the
 * list of all customers.
 */
export function useBackLink(accountId: string, customerId: string): string {
  const [list] = useSessionState(recordListKey(accountId), parseRecordList)
  const search = new URLSearchParams(list?.search)
  if (list?.ids.includes(customerId)) search.set('record', customerId)
  return routes.customers(accountId, search)
}
