/**
 * Focuses each control of the page, and returns those whose focus is not seen: without a mark (WCAG 2.4.7), or behind something
 * else (WCAG 2.4.11). Of controls that look alike, two are tried. Playwright runs this function in the page, after a key of the
 * keyboard, so that each focus counts as one of the keyboard.
 */
export async function findFocusFaults(): Promise<string[]> {
  const faults: string[] = []
  const before = document.activeElement
  const tried = new Map<string, number>()
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex="0"]',
  )
  const describe = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}”`

  /** What lies over all of an element, as seen at its middle and at the middles of its quarters; null if a part of it is seen. */
  function coverOf(element: Element): string | null {
    const { x, y, width, height } = element.getBoundingClientRect()
    const points = [
      [0.5, 0.5],
      [0.25, 0.25],
      [0.75, 0.25],
      [0.25, 0.75],
      [0.75, 0.75],
    ].map(([across = 0, down = 0]) => document.elementFromPoint(x + width * across, y + height * down))
    if (points.some((top) => top && (element.contains(top) || top.contains(element)))) return null
    const [top] = points
    return `${top ? describe(top) : 'the edge of the window'} at ${Math.round(x)},${Math.round(y)}`
  }

  /** `rgba(…, 0)`. Black, as forced colours have it, is `rgb(0, 0, 0)`. */
  const isTransparent = (color: string) => /^rgba\(.*, 0\)$/.test(color)

  /** Whether an element has a ring. A control that is only there for screen readers, one pixel wide, shows none. */
  function isMarked(element: Element): boolean {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
    const isRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !isTransparent(outlineColor)
    return isRing && element.getBoundingClientRect().width > 1
  }

  for (const element of all) {
    const kind = `${element.tagName} ${element.className} ${element.closest('td, th, nav, header')?.className ?? ''}`
    const count = tried.get(kind) ?? 0
    if (count > 1 || element.tabIndex < 0 || element.closest('[aria-hidden=true], [inert]')) continue
    tried.set(kind, count + 1)
    element.focus()
    await new Promise((resolve) => setTimeout(resolve))
    if (document.activeElement !== element) continue
    const shown = (element.matches('input[type=radio], input[type=checkbox]') && element.closest('label')) || element
    if (![shown, element].some(isMarked)) faults.push(`no mark of the focus: ${describe(element)}`)
    // A part that loads meanwhile moves what has the focus: it is focused once more when the page is at rest.
    if (coverOf(shown) !== null) {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      element.blur()
      element.focus()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const cover = coverOf(shown)
    if (cover !== null) faults.push(`focused behind something else: ${describe(element)} behind ${cover}`)
  }
  if (before instanceof HTMLElement) before.focus()
  return faults
}
