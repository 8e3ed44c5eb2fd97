'use client'

import { onlineManager } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'

/** Does something when the network comes back. */
export function useWhenBack(run: () => void): void {
  const onBack = useEffectEvent(run)
  useEffect(() => onlineManager.subscribe((isOnline) => isOnline && onBack()), [])
}
