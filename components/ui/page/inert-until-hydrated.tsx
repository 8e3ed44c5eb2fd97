'use client'

import { type ReactNode, useSyncExternalStore } from 'react'

const subscribe = () => () => {}

/**
 * What is inert until the page is hydrated: before that a press on a button would be lost, and a form would send itself,
 * with what was typed in the URL. A press that comes too early reaches nothing, and nothing flickers.
 */
export function InertUntilHydrated({ children }: { children: ReactNode }) {
  const isHydrated = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
  return <div inert={!isHydrated}>{children}</div>
}
