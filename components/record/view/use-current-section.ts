'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { SectionId } from '@/lib/customers/model/record-section'

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

/** Brings a section to the top of what scrolls, and moves nothing else: the frame around it can scroll too, unseen. */
function scrollTo(scroller: HTMLElement, section: HTMLElement): void {
  const line = scroller.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(section).scrollMarginTop)
  scroller.scrollTop += section.getBoundingClientRect().top - line
}

const sectionOf = (scroller: HTMLElement | null, id: SectionId | null) =>
  id === null ? null : (scroller?.querySelector<HTMLElement>(`[data-section=${id}]`) ?? null)

/** Which section is being read in what scrolls, and the way to jump to another. */
export function useCurrentSection(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly SectionId[],
  isWhole: boolean,
) {
  const [current, setCurrent] = useState<string | undefined>(ids[0])
  const jumpedAt = useRef(Number.NEGATIVE_INFINITY)
  /** The section that was jumped to: it stays at the top while parts above and below it arrive, until the person moves. */
  const held = useRef<SectionId | null>(null)

  useEffect(() => {
    const element = scroller.current
    if (!element || !isWhole) return
    const follow = () => {
      // A section near the end cannot reach the top: the jump decides until the person scrolls.
      if (held.current === null && performance.now() - jumpedAt.current > jumpMs) setCurrent(sectionInView(element))
    }
    const letGo = () => {
      held.current = null
    }
    const moves = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
    const hold = new ResizeObserver(() => {
      const section = sectionOf(element, held.current)
      if (section) scrollTo(element, section)
    })
    for (const section of sectionsIn(element)) hold.observe(section)
    element.addEventListener('scroll', follow, { passive: true })
    for (const move of moves) element.addEventListener(move, letGo, { passive: true })
    return () => {
      hold.disconnect()
      element.removeEventListener('scroll', follow)
      for (const move of moves) element.removeEventListener(move, letGo)
    }
  }, [scroller, isWhole])

  const jump = (id: SectionId, { focus = true } = {}) => {
    const section = sectionOf(scroller.current, id)
    jumpedAt.current = performance.now()
    held.current = id
    setCurrent(id)
    if (scroller.current && section) scrollTo(scroller.current, section)
    // The next Tab goes on from here, and a screen reader says where it is.
    if (focus) section?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true })
  }
  return { current, jump }
}
