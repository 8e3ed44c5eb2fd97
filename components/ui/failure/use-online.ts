'use client'

import { onlineManager } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

const subscribe = (onChange: () => void) => onlineManager.subscribe(onChange)

/** Whether this machine has a network. React Query pauses its queries while it has none. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => onlineManager.isOnline(),
    () => true,
  )

/** Calls `handleReconnect` each time the network comes back. */
export function useOnReconnect(handleReconnect: () => void): void {
  const onReconnect = useEffectEvent(handleReconnect)
  useEffect(() => onlineManager.subscribe((isOnline) => isOnline && onReconnect()), [])
}
