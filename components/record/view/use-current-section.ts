'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { SectionId } from '@/lib/customers/model/record-section'

/** A section counts as reached slightly before its top is at the top of the view. */
const reachedPx = 24

const findSection = (scroller: HTMLElement, id: string) => scroller.querySelector<HTMLElement>(`[data-section=${id}]`)

const topOf = (element: HTMLElement) => element.getBoundingClientRect().top

/** The height of the sticky section bar, which lies over the top of the scroller. */
const barHeight = (scroller: HTMLElement) => Number.parseFloat(getComputedStyle(scroller).scrollPaddingTop)

/**
 * Returns the section that is read: the last one whose top has been reached, and the first of two that are side by side.
 * Where two columns are side by side, the shorter one ends before the other: its last section is not read below its end.
 * In one column, the end of the record is the end of its last section, which may be too short to reach the top.
 */
function currentSectionIn(scroller: HTMLElement): string | undefined {
  const sections = [...scroller.querySelectorAll<HTMLElement>('[data-section]')]
  const [first, last] = [sections[0], sections.at(-1)]
  if (!first || !last) return undefined
  const isOneColumn = first.offsetLeft === last.offsetLeft
  const { scrollTop, clientHeight, scrollHeight } = scroller
  const isAtEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1
  if (isOneColumn && isAtEnd) return last.dataset.section
  const line = topOf(scroller) + barHeight(scroller) + reachedPx
  const reached = sections.filter((section) => topOf(section) <= line)
  const read = reached.filter((section) => section.getBoundingClientRect().bottom > line)
  return (read.length > 0 ? read : reached).reduce(
    (best, section) => (topOf(section) > topOf(best) ? section : best),
    first,
  ).dataset.section
}

/**
 * Scrolls a section to the top of the scroller. `scrollIntoView` would also scroll the elements around the scroller, which
 * is right on a short screen alone, where these scroll in its place.
 */
function scrollToTop(scroller: HTMLElement, section: HTMLElement): void {
  if (getComputedStyle(scroller).overflowY === 'visible') section.scrollIntoView()
  else scroller.scrollTop += topOf(section) - topOf(scroller) - barHeight(scroller)
}

/**
 * Returns the section that is read in a scroller, and a function that jumps to another. `isComplete` says whether all
 * sections are rendered.
 */
export function useCurrentSection(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly SectionId[],
  isComplete: boolean,
) {
  const [current, setCurrent] = useState<string | undefined>(ids[0])
  /**
   * The target of the last jump. It stays current, and at the top while sections above it load and grow, until the person
   * scrolls or focuses something elsewhere: a section near the end cannot reach the top.
   */
  const target = useRef<SectionId | null>(null)

  const idList = ids.join(' ')
  useEffect(() => {
    const root = scroller.current
    if (!root || !isComplete) return
    const sections = idList.split(' ').flatMap((id) => findSection(root, id) ?? [])
    // The sections of a column adjoin: one leaves the area below the line exactly when the next one reaches it.
    const rootMargin = `-${barHeight(root) + reachedPx}px 0px 0px 0px`
    const updateCurrent = () => {
      if (target.current === null) setCurrent(currentSectionIn(root))
    }
    const scrollSpy = new IntersectionObserver(updateCurrent, { root, rootMargin, threshold: [0, 1] })
    const keepTargetAtTop = new ResizeObserver(() => {
      const section = target.current && findSection(root, target.current)
      if (section) scrollToTop(root, section)
    })
    for (const section of sections) {
      scrollSpy.observe(section)
      keepTargetAtTop.observe(section)
    }
    const releaseTarget = () => {
      target.current = null
    }
    const userScrolls = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
    for (const type of userScrolls) root.addEventListener(type, releaseTarget, { passive: true })
    // A screen reader moves the focus without a key that the page sees.
    const releaseOnFocusElsewhere = ({ target: focused }: FocusEvent) => {
      const section = target.current && findSection(root, target.current)
      if (!section?.contains(focused as Node)) releaseTarget()
    }
    root.addEventListener('focusin', releaseOnFocusElsewhere)
    return () => {
      scrollSpy.disconnect()
      keepTargetAtTop.disconnect()
      for (const type of userScrolls) root.removeEventListener(type, releaseTarget)
      root.removeEventListener('focusin', releaseOnFocusElsewhere)
    }
  }, [scroller, idList, isComplete])

  const jump = (id: SectionId, { focus = true } = {}) => {
    target.current = id
    setCurrent(id)
    const section = scroller.current && findSection(scroller.current, id)
    if (!scroller.current || !section) return
    scrollToTop(scroller.current, section)
    // The next Tab continues from the heading, and a screen reader announces it.
    if (focus) section.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true })
  }
  return { current, jump }
}
