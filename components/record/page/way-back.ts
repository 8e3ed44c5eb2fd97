'use client'

import { useSyncExternalStore } from 'react'
import { routes } from '@/lib/api/routes'

/** From which list a record was opened as a page, kept in this tab: its way back leads there. */

const key = (accountId: string) => `list ${accountId}`

/** Keeps the address of the list that is on the screen. */
export function rememberList(accountId: string): void {
  sessionStorage.setItem(key(accountId), window.location.search)
}

const nothing = () => () => {}

/** The list that a record was opened from, with the record over it; else the list of all customers. */
export function useWayBack(accountId: string): string {
  const search = useSyncExternalStore(
    nothing,
    () => sessionStorage.getItem(key(accountId)),
    () => null,
  )
  return routes.customers(accountId, search ?? '')
}
