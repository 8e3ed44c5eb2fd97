'use client'

import { type RefObject, useEffect, useState } from 'react'

/** Whether an element has ever been in view. Content that few people need is fetched only from then on. */
export function useHasBeenVisible(element: RefObject<HTMLElement | null>): boolean {
  const [hasBeenVisible, setIsSeen] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setIsSeen(true)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return hasBeenVisible
}
