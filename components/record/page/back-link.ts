'use client'

import { useSessionState } from '@/components/ui/use-session-state'
import { routes } from '@/lib/api/routes'
import { findRecordList, parseRecordLists, recordListsKey } from '@/lib/record-list'

/**
 * Returns the URL of the list that the page of a record was opened from, with this record open over it as it was, or of the
 * list of all customers.
 */
export function useBackLink(accountId: string, customerId: string): string {
  const [lists] = useSessionState(recordListsKey(accountId), parseRecordLists)
  const own = findRecordList(lists, customerId)
  const search = new URLSearchParams((own ?? lists[0])?.search)
  if (own) search.set('record', customerId)
  return routes.customers(accountId, search)
}
