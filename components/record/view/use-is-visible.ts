'use client'

import { type RefObject, useEffect, useEffectEvent, useState } from 'react'

/** Calls `onChange` with whether an element is in view, at first and whenever that changes. */
export function useVisibilityChange(element: RefObject<HTMLElement | null>, onChange: (isVisible: boolean) => void) {
  const handleChange = useEffectEvent(onChange)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver((entries) => handleChange(entries.at(-1)?.isIntersecting ?? false))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
}

/** Whether an element is in view now. */
export function useIsVisible(element: RefObject<HTMLElement | null>): boolean {
  const [isVisible, setIsVisible] = useState(false)
  useVisibilityChange(element, setIsVisible)
  return isVisible
}
