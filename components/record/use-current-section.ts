'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { SectionId } from '@/lib/customers/record-section'

/** How long the scrolling that a jump causes goes on, at most. */
const jumpMs = 200
/** A section counts as reached a little before its top is. */
const reachedPx = 24

const sectionsIn = (scroller: HTMLElement) => [...scroller.querySelectorAll<HTMLElement>('[data-section]')]

/**
 * The `data-section` that is being read: the one that passed the top last, of two side by side the first. In one column
 * the end of the record is the end of its last section, which may be too short to reach the top.
 */
function sectionInView(scroller: HTMLElement): string | undefined {
  const sections = sectionsIn(scroller)
  const [first, last] = [sections[0], sections.at(-1)]
  if (!first || !last) return undefined
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1
  if (isAtEnd && first.offsetLeft === last.offsetLeft) return last.dataset.section
  const line = scroller.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(first).scrollMarginTop)
  const top = (section: HTMLElement) => section.getBoundingClientRect().top
  const reached = sections.filter((section) => top(section) <= line + reachedPx)
  return reached.reduce((best, section) => (top(section) > top(best) ? section : best), first).dataset.section
}

/** Which section is being read in what scrolls, and the way to jump to another. */
export function useCurrentSection(scroller: RefObject<HTMLElement | null>, ids: readonly SectionId[]) {
  const [current, setCurrent] = useState<string | undefined>(ids[0])
  const jumpedAt = useRef(Number.NEGATIVE_INFINITY)

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const follow = () => {
      // A section near the end cannot reach the top: the jump decides until the person scrolls.
      if (performance.now() - jumpedAt.current > jumpMs) setCurrent(sectionInView(element))
    }
    element.addEventListener('scroll', follow, { passive: true })
    return () => element.removeEventListener('scroll', follow)
  }, [scroller])

  const jump = (id: SectionId, { focus = true } = {}) => {
    const section = scroller.current?.querySelector(`[data-section=${id}]`)
    jumpedAt.current = performance.now()
    setCurrent(id)
    section?.scrollIntoView({ block: 'start' })
    // The next Tab goes on from here, and a screen reader says where it is.
    if (focus) section?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true })
  }
  return { current, jump }
}
