'use client'

import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { type CustomerQuery, serializeCustomerQuery } from '@/lib/customers/customer-query'

/**
 * The way back. Dintero pages only forward, so the cursors of the pages seen are kept in this tab (cursors are ids), one
 * trail for each query: Previous works after a reload as well. Page 1 has no cursor, page 2 goes back to it.
 */
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const trailKey = (accountId: string, query: CustomerQuery) =>
  `trail ${accountId} ${serializeCustomerQuery({ ...query, starting_after: null })}`

function cursorsOf(text: string | null): Record<string, string> {
  try {
    const cursors: unknown = JSON.parse(text ?? '{}')
    if (typeof cursors !== 'object' || cursors === null) return {}
    return Object.fromEntries(
      Object.entries(cursors).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}

type Previous = { starting_after: string | null; at: number }

/** How to go to the page before, or null: on the first page, or where this tab does not know the way. */
export function useCursorTrail(accountId: string, query: CustomerQuery, at: number): Previous | null {
  const key = trailKey(accountId, query)
  const stored = useSyncExternalStore(
    subscribe,
    useCallback(() => sessionStorage.getItem(key), [key]),
    () => null,
  )
  const cursor = query.starting_after

  useEffect(() => {
    if (cursor === null || at < 2) return
    const cursors = cursorsOf(sessionStorage.getItem(key))
    if (cursors[at] === cursor) return
    sessionStorage.setItem(key, JSON.stringify({ ...cursors, [at]: cursor }))
    for (const listener of listeners) listener()
  }, [key, cursor, at])

  if (cursor === null || at < 2) return null
  if (at === 2) return { starting_after: null, at: 1 }
  const before = cursorsOf(stored)[at - 1]
  return before === undefined ? null : { starting_after: before, at: at - 1 }
}
