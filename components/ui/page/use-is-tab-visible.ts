'use client'

import { focusManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

const subscribe = (onChange: () => void) => focusManager.subscribe(onChange)

/** Whether this tab is the one that its window shows. */
export const useIsTabVisible = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => focusManager.isFocused(),
    () => true,
  )
