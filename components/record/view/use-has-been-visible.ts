'use client'

import { type RefObject, useEffect, useState } from 'react'

/** Whether a place has come into view. What few people need, and costs a call, is asked for from then on. */
export function useHasBeenVisible(place: RefObject<HTMLElement | null>): boolean {
  const [hasBeenVisible, setIsSeen] = useState(false)
  useEffect(() => {
    if (!place.current) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setIsSeen(true)
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place])
  return hasBeenVisible
}
