'use client'

import { useEffect, useState } from 'react'

/** The pixels of a rem at the usual size of text. */
const usualRemPx = 16

/** How much larger than usual the text of this browser is. In the browser only. */
export const readTextScale = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / usualRemPx

/**
 * How much larger than usual the text of this browser is; 1 in the first HTML. The width of a `col` is in pixels or in
 * percent, so that it has to be multiplied.
 */
export function useTextScale(): number {
  const [scale, setScale] = useState(1)
  useEffect(() => {
    setScale(readTextScale())
  }, [])
  return scale
}
