'use client'

import { onlineManager } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

const subscribe = (onChange: () => void) => onlineManager.subscribe(onChange)

/** Whether this machine has a network at all; queries wait while it has none. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => onlineManager.isOnline(),
    () => true,
  )

/** Does something when the network comes back. */
export function useWhenBack(run: () => void): void {
  const onBack = useEffectEvent(run)
  useEffect(() => onlineManager.subscribe((isOnline) => isOnline && onBack()), [])
}
