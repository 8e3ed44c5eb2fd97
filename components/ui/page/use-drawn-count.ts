'use client'

import { startTransition, useEffect, useState } from 'react'

/** So many rows fill the screen, however tall it is, and a few more wait below it: no row is lower than 28 px. */
const screenful = () => Math.ceil(window.innerHeight / 28) + 10
/** So many more are drawn at a time after that. */
const step = 100
/** Between two steps, so that input is handled in between. */
const gapMs = 30

/**
 * How many of the rows are drawn: with a new order those on the screen and some more, so that it is there at once, and by and
 * by all of them, so that the browser finds, selects and prints each. `order` names the order; another one begins anew.
 */
export function useDrawnCount(order: string, total: number): number {
  const [drawn, setDrawn] = useState({ order, count: screenful() })
  if (drawn.order !== order) setDrawn({ order, count: screenful() })
  const isAll = drawn.count >= total
  useEffect(() => {
    if (isAll || drawn.order !== order) return
    const drawMore = () => startTransition(() => setDrawn({ order, count: drawn.count + step }))
    const timer = setTimeout(drawMore, gapMs)
    return () => clearTimeout(timer)
  }, [isAll, drawn, order])
  return drawn.count
}
