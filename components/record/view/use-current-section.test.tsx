import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useCurrentSection } from '@/components/record/view/use-current-section'
import type { SectionId } from '@/lib/customers/model/record-section'

/** The sections of a wide record page: where each begins and ends before anybody scrolls, and its column. */
const places: readonly [id: SectionId, top: number, bottom: number, column: 1 | 2][] = [
  ['overview', 0, 500, 1],
  ['consent', 500, 700, 1],
  ['company', 700, 900, 1],
  ['contacts', 0, 300, 2],
  ['purchases', 300, 2_400, 2],
  ['raw', 2_400, 3_500, 2],
]

let notify: () => void
beforeEach(() => {
  class Observer {
    constructor(onChange: () => void) {
      notify = onChange
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', Observer)
  // A wide page has no bar over the top of its sections.
  vi.stubGlobal('getComputedStyle', () => ({ scrollPaddingTop: '0px' }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** A record in two columns. Returns what is current where it was scrolled to. */
function show() {
  let scrolledPx = 0
  const scroller = document.createElement('div')
  for (const [id, top, bottom, column] of places) {
    const section = document.createElement('section')
    section.dataset.section = id
    section.getBoundingClientRect = () => new DOMRect(0, top - scrolledPx, 600, bottom - top)
    Object.defineProperty(section, 'offsetLeft', { value: column * 600 })
    scroller.append(section)
  }
  const ids = places.map(([id]) => id)
  const ref = { current: scroller }
  const hook = renderHook(() => useCurrentSection(ref, ids, true))
  return (to: number) => {
    scrolledPx = to
    act(() => notify())
    return hook.result.current.current
  }
}

it('is the last section that was reached, in either column', () => {
  const at = show()
  expect([at(0), at(310), at(510), at(710)]).toEqual(['overview', 'purchases', 'consent', 'company'])
})

it('is in the longer column where the shorter one has ended', () => {
  const at = show()
  expect([at(1_500), at(2_390), at(3_490)]).toEqual(['purchases', 'raw', 'raw'])
})
