import type { Page } from '@playwright/test'

/**
 * The controls on the screen that are too small to be hit (WCAG 2.5.8, "Target Size"): smaller than `minPx` in one direction
 * where something else than the control is hit, while another control lies within a circle of that diameter around its
 * middle. A control may be hit beyond its box, where a pseudo-element of it is.
 */
export function findSmallTargets(page: Page, minPx: number): Promise<string[]> {
  return page.evaluate((min) => {
    const controls = 'a[href], button, input:not([type=hidden]), select, summary'
    /** The box of a control; that of its label where the control itself is not seen. */
    const seenAs = (control: Element) =>
      (control.matches('label .sr-only') ? control.closest('label') : control) ?? control
    const targets = [...document.querySelectorAll(controls)].map(seenAs).flatMap((target) => {
      const { x, y, width, height, left, right, top, bottom } = target.getBoundingClientRect()
      const middle = { x: x + width / 2, y: y + height / 2 }
      const isHit = (dx: number, dy: number) => {
        const hit = document.elementFromPoint(middle.x + dx, middle.y + dy)
        return hit !== null && target.contains(hit)
      }
      // What is hidden, covered or outside of the window is not hit at its middle.
      if (!isHit(0, 0)) return []
      const half = min / 2 - 1
      const isSmall = ![isHit(-half, 0), isHit(half, 0), isHit(0, -half), isHit(0, half)].every(Boolean)
      return [{ target, middle, isSmall, left, right, top, bottom }]
    })
    const isNear = (one: (typeof targets)[number], other: (typeof targets)[number]) => {
      const { x, y } = one.middle
      if (other.isSmall) return Math.hypot(other.middle.x - x, other.middle.y - y) < min - 0.5
      const dx = Math.max(other.left - x, 0, x - other.right)
      const dy = Math.max(other.top - y, 0, y - other.bottom)
      return Math.hypot(dx, dy) < min / 2 - 0.5
    }
    return targets
      .filter((one) => one.isSmall && targets.some((other) => other.target !== one.target && isNear(one, other)))
      .map(({ target, middle }) => {
        const name = target.getAttribute('aria-label') ?? target.textContent
        return `${target.tagName} ${name?.trim()} at ${Math.round(middle.x)},${Math.round(middle.y)}`
      })
  }, minPx)
}
