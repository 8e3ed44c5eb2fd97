'use client'

import { useSessionState } from '@/components/ui/use-session-state'
import { routes } from '@/lib/api/routes'
import { writeSessionItem } from '@/lib/session-storage'

/** The search params of the list that a record was opened from are stored in this tab; the back link leads there. */
const keyOf = (accountId: string) => `list ${accountId}`

const parseSearch = (stored: unknown): string => (typeof stored === 'string' ? stored : '')

/** Stores the search params of the list that is on the screen. */
export function storeListSearch(accountId: string): void {
  writeSessionItem(keyOf(accountId), window.location.search)
}

/** Returns the URL of the list that the record was opened from, or of the list of all customers. */
export function useBackLink(accountId: string): string {
  const [search] = useSessionState(keyOf(accountId), parseSearch)
  return routes.customers(accountId, search)
}
