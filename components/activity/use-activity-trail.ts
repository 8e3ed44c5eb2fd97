'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'

const never = () => () => {}

function cursorsOf(text: string | null): number[] {
  try {
    const cursors: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(cursors) ? cursors.filter((one) => typeof one === 'number') : []
  } catch {
    return []
  }
}

/**
 * The way back: the cursors of the pages seen, one trail for each query, kept in this tab so that it outlives a reload.
 * `asked` is the canonical text of the query without a cursor. `at` is null where this tab does not know the way.
 */
export function useActivityTrail(accountId: string, asked: string, before: number | null) {
  const key = `activity trail ${accountId} ${asked}`
  // It changes only where the address does as well, and that draws anew.
  const stored = useSyncExternalStore(
    never,
    useCallback(() => sessionStorage.getItem(key), [key]),
    () => null,
  )
  const cursors = useMemo(() => cursorsOf(stored), [stored])
  const index = before === null ? -1 : cursors.indexOf(before)
  const isKnown = before === null || index !== -1
  return {
    /** The ordinal of this page. */
    at: isKnown ? index + 2 : null,
    /** The cursor of the page before, null for the first; undefined where there is none or it is not known. */
    previous: index === -1 ? undefined : (cursors[index - 1] ?? null),
    remember: (next: number) => {
      if (isKnown) sessionStorage.setItem(key, JSON.stringify([...cursors.slice(0, index + 1), next]))
    },
  }
}
