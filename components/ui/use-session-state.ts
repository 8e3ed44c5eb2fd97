'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { parseSessionText, readSessionText, subscribeToSession, writeSessionItem } from '@/lib/session-storage'

/**
 * State that this tab keeps across reloads. `parse` turns what is stored into a value, also what is missing (null) or was
 * written by an older version; it must be the same function on every render. The server renders the value of null.
 */
export function useSessionState<T>(key: string, parse: (stored: unknown) => T): [T, (value: T) => void] {
  const text = useSyncExternalStore(
    subscribeToSession,
    useCallback(() => readSessionText(key), [key]),
    () => null,
  )
  const value = useMemo(() => parse(parseSessionText(text)), [text, parse])
  const setValue = useCallback((next: T) => writeSessionItem(key, next), [key])
  return [value, setValue]
}
