'use client'

import { useSyncExternalStore } from 'react'

/**
 * Flags that the server sets in the head of a page, as `<meta name=…>`. Only code that is loaded lazily reads them, so the
 * first load passes nothing on.
 */

/** Whether the page has a flag. In the browser only. */
export const hasPageFlag = (name: string): boolean => document.querySelector(`meta[name="${name}"]`) !== null

const subscribe = () => () => undefined

/** Whether the page has a flag; false in the first HTML. */
export const usePageFlag = (name: string): boolean =>
  useSyncExternalStore(
    subscribe,
    () => hasPageFlag(name),
    () => false,
  )
