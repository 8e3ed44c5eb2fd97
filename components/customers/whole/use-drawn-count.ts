'use client'

import { useEffect, useState } from 'react'

/** So many rows are in the page at first, and so many more whenever the end comes near. */
const step = 100

/**
 * How many of many rows are in the page: more as the list is scrolled, so that sorting a thousand rows renders a hundred. `order`
 * names the order of the rows; another one begins at the top.
 */
export function useRowsInReach(order: string): number {
  const [reach, setReach] = useState({ order, count: step })
  if (reach.order !== order) setReach({ order, count: step })
  useEffect(() => {
    const scroller = document.querySelector('[data-scroller]')
    if (scroller && order !== '') scroller.scrollTop = 0
  }, [order])
  useEffect(() => {
    const handleScroll = ({ target }: Event) => {
      if (!(target instanceof Element) || !target.matches('[data-scroller]')) return
      const left = target.scrollHeight - target.scrollTop - target.clientHeight
      if (left < target.clientHeight) setReach((now) => ({ ...now, count: now.count + step }))
    }
    // Scrolling does not bubble.
    document.addEventListener('scroll', handleScroll, true)
    return () => document.removeEventListener('scroll', handleScroll, true)
  }, [])
  return reach.count
}
