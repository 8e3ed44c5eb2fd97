'use client'

import { type RefObject, useState } from 'react'
import { useVisibilityChange } from '@/components/record/view/use-is-visible'

/** Whether an element has ever been in view. Content that few people need is fetched only from then on. */
export function useHasBeenVisible(element: RefObject<HTMLElement | null>): boolean {
  const [hasBeenVisible, setIsSeen] = useState(false)
  useVisibilityChange(element, (isVisible) => {
    if (isVisible) setIsSeen(true)
  })
  return hasBeenVisible
}
