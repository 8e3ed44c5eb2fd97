'use client'

import { useSyncExternalStore } from 'react'

/**
 * Flags that the server sets in the head of a page, as `<meta name=…>`. Only code that is loaded lazily reads them, so the
 * first load passes nothing on.
 */

/** Whether the page has a flag. In the browser only. */
export const hasPageFlag = (name: string): boolean => document.querySelector(`meta[name="${name}"]`) !== null

const contentOf = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? ''
const toValues = (content: string) => content.split(',').filter((value) => value !== '')

/** The values of a flag, with commas between them; none where the page does not have it. In the browser only. */
export const pageFlagValues = (name: string): string[] => toValues(contentOf(name))

const subscribe = () => () => undefined

/** Whether the page has a flag; false in the first HTML. */
export const usePageFlag = (name: string): boolean =>
  useSyncExternalStore(
    subscribe,
    () => hasPageFlag(name),
    () => false,
  )

/** The values of a flag; none in the first HTML. */
export const usePageFlagValues = (name: string): string[] =>
  toValues(
    useSyncExternalStore(
      subscribe,
      () => contentOf(name),
      () => '',
    ),
  )
