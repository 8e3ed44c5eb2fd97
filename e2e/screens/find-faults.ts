/**
 * What axe does not see. Playwright runs this function in the page, so it holds all that it needs. It returns a sentence for
 * each fault: a word of the other language, a gap in a text, a name without its visible words, focus that does not follow the
 * eye, a small target, text that is cut off, and what scrolls sideways.
 */
export async function findFaults({ foreign }: { foreign: string[] }): Promise<string[]> {
  const faults = new Set<string>()
  const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
  const describe = (element: Element) =>
    `${element.tagName.toLowerCase()} “${plain(element.getAttribute('aria-label') ?? element.textContent).slice(0, 60)}”`

  // Where an open menu has the page to itself, the rest of the page is hidden from everybody who does not see.
  const isThere = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.closest('[aria-hidden=true], [inert]') === null
  const spoken = new Map<Element, boolean>()
  /** Whether an element is for screen readers alone. */
  const isSpokenOnly = (element: Element): boolean => {
    const known = spoken.get(element)
    if (known !== undefined) return known
    const isTiny = getComputedStyle(element).clipPath === 'inset(50%)'
    const answer = isTiny || (element.parentElement !== null && isSpokenOnly(element.parentElement))
    spoken.set(element, answer)
    return answer
  }
  const isSeen = (element: Element) => isThere(element) && !isSpokenOnly(element)

  /** A text of the other catalogue, and what `fill` and JavaScript leave where a value is missing. */
  function findStrayWords(): void {
    const others = new Set(foreign)
    const check = (text: string, where: Element) => {
      if (others.has(text)) faults.add(`a text of the other language: “${text}”`)
      if (/\{[a-z]\w*\}|\bundefined\b|\bNaN\b|\[object /i.test(text)) faults.add(`a gap in ${describe(where)}`)
    }
    for (const { node, parent } of texts())
      if (!parent.closest('bdi, pre, code, [translate=no]')) check(plain(node.data), parent)
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder]'))
      if (isThere(element))
        for (const name of ['aria-label', 'title', 'placeholder']) check(plain(element.getAttribute(name)), element)
  }

  function texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: { node: Text; parent: Element }[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const parent = node.parentElement
      if (parent && plain(node.data) !== '' && !parent.closest('script, style, noscript, option') && isSeen(parent))
        found.push({ node, parent })
    }
    return found
  }

  /** Label in name (WCAG 2.5.3): who speaks the words that are seen must reach the control. */
  function findOtherNames(): void {
    for (const control of document.body.querySelectorAll<HTMLElement>(':is(a, button, [role])[aria-label]')) {
      const seen = plain(control.innerText).toLowerCase()
      const name = plain(control.getAttribute('aria-label')).toLowerCase()
      if (control.matches('a, button, [role=button]') && isSeen(control) && !name.includes(seen))
        faults.add(`${describe(control)} is seen as “${seen}”`)
    }
  }

  const controlled =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [role^=menuitem], [role=option]'
  /** The element that is pressed: the label of a hidden radio or checkbox. */
  const pressed = (control: Element) => (control.matches('input') && control.closest('label')) || control
  /** Whether something lies over an element, such as an open menu. What is scrolled out of the window is free. */
  const isCovered = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const top = document.elementFromPoint(x + width / 2, y + height / 2)
    return top !== null && !element.contains(top) && !top.contains(element)
  }
  const controls = [...document.body.querySelectorAll(controlled)].filter((control) => {
    const target = pressed(control)
    return isThere(control) && !control.matches(':disabled') && isSeen(target) && !isCovered(target)
  })

  /** Focus order (WCAG 2.4.3): within a part, the next control is not above the one before it, nor left of it in its line. */
  function findDisorder(): void {
    const part = 'tr, li, header, footer, nav, form, fieldset, section, [role=dialog], dialog, main, body'
    for (const [at, control] of controls.entries()) {
      const next = controls[at + 1]
      if (Number(control.getAttribute('tabindex')) > 0) faults.add(`tabindex above 0: ${describe(control)}`)
      if (!next || control.closest(part) !== next.closest(part)) continue
      const [a, b] = [pressed(control).getBoundingClientRect(), pressed(next).getBoundingClientRect()]
      const isAbove = b.bottom <= a.top && b.left < a.right
      const isBefore = b.top < a.bottom && a.top < b.bottom && b.right <= a.left
      if (isAbove || isBefore) faults.add(`focus goes back from ${describe(control)} to ${describe(next)}`)
    }
  }

  /**
   * Target size (WCAG 2.5.8): 24 by 24 pixels, or a circle of that diameter around its middle that meets no other target. A link
   * in a sentence is free.
   */
  function findSmallTargets(): void {
    /** What takes a press: the box, or what is laid around it for that. */
    const boxOf = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const around = getComputedStyle(element, '::after')
      const isAround = around.content !== 'none' && around.position === 'absolute'
      const sizeOf = (own: number, other: string) => (isAround ? Math.max(own, Number.parseFloat(other) || 0) : own)
      const [wide, high] = [sizeOf(width, around.width), sizeOf(height, around.height)]
      return new DOMRect(x - (wide - width) / 2, y - (high - height) / 2, wide, high)
    }
    const scrollerOf = (element: Element): Element | null => {
      for (let at = element.parentElement; at; at = at.parentElement)
        if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
      return null
    }
    const targets = controls.map(pressed).map((element) => {
      return { element, box: boxOf(element), scroller: scrollerOf(element) }
    })
    const isSmall = ({ width, height }: DOMRect) => width < 23.9 || height < 23.9
    const middle = (box: DOMRect) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
    const distance = (from: { x: number; y: number }, box: DOMRect) => {
      if (isSmall(box)) return Math.hypot(middle(box).x - from.x, middle(box).y - from.y) - 12
      return Math.hypot(
        Math.max(box.left - from.x, 0, from.x - box.right),
        Math.max(box.top - from.y, 0, from.y - box.bottom),
      )
    }
    const isInSentence = (element: Element) =>
      getComputedStyle(element).display === 'inline' &&
      plain(element.parentElement?.textContent ?? '') !== plain(element.textContent)
    for (const { element, box, scroller } of targets) {
      if (!isSmall(box) || isInSentence(element)) continue
      const near = targets.find(
        (other) =>
          other.element !== element &&
          // What is scrolled out of the window may lie under what another part shows there.
          other.scroller === scroller &&
          !other.element.contains(element) &&
          !element.contains(other.element) &&
          distance(middle(box), other.box) < 11.9,
      )
      if (near)
        faults.add(
          `${Math.round(box.width)}×${Math.round(box.height)} px: ${describe(element)}, too near to ${describe(near.element)}`,
        )
    }
  }

  /** The ancestor that cuts a text off; null where all of it can be seen, or scrolled to. */
  function findClip(node: Text): Element | null {
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    let [isFreeX, isFreeY] = [false, false]
    for (let at = node.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY, position, display } = getComputedStyle(at)
      const edge = at.getBoundingClientRect()
      isFreeX ||= /auto|scroll/.test(overflowX)
      isFreeY ||= /auto|scroll/.test(overflowY)
      const isWide = box.right > edge.right + 1 || box.left < edge.left - 1 || at.scrollWidth > at.clientWidth + 1
      if (!isFreeX && display !== 'inline' && /hidden|clip/.test(overflowX) && isWide) return at
      if (!isFreeY && /hidden|clip/.test(overflowY) && (box.bottom > edge.bottom + 4 || box.top < edge.top - 4))
        return at
      if (position === 'fixed') return null
    }
    return null
  }

  /** Whether a tooltip holds the text, at once or when it is pointed at. */
  async function isReadable(element: Element, text: string): Promise<boolean> {
    const holds = () => plain(element.closest('[title]')?.getAttribute('title') ?? '').includes(text)
    // Rows hear of the pointer once they are hydrated, and React renders what is pointed at when it has time.
    for (let tries = 0; tries < 200 && !holds(); tries++) {
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
      await new Promise(requestAnimationFrame)
    }
    return holds()
  }

  /** Text that is cut off with no way to read it. Of cells that look alike, two are tried. */
  async function findCutTexts(): Promise<void> {
    const tried = new Map<string, number>()
    for (const { node, parent } of texts()) {
      const clip = findClip(node)
      const kind = clip && `${clip.tagName} ${clip.className} ${parent.className}`
      const count = kind === null ? 2 : (tried.get(kind) ?? 0)
      if (kind === null || count > 1) continue
      tried.set(kind, count + 1)
      if (!(await isReadable(parent, plain(node.data))))
        faults.add(`cut off: “${plain(node.data)}” in ${describe(parent)}`)
    }
  }

  /** Reflow (WCAG 1.4.10): the page never scrolls sideways, and on a narrow screen nothing does but raw text. */
  function findSideways(): void {
    const { scrollWidth } = document.documentElement
    if (scrollWidth > innerWidth) faults.add(`the page is ${scrollWidth} px wide in a window of ${innerWidth} px`)
    if (innerWidth > 400) return
    for (const element of document.body.querySelectorAll('*'))
      if (
        element.scrollWidth > element.clientWidth + 1 &&
        /auto|scroll/.test(getComputedStyle(element).overflowX) &&
        // A line of its own, such as the sections of a record, scrolls in one direction alone.
        element.clientHeight > 64 &&
        isThere(element) &&
        !element.matches('pre, textarea')
      )
        faults.add(`scrolls sideways: ${describe(element)}`)
  }

  /** In forced colours, which have no shadows, what floats over the page has an edge at its left. */
  function findFloatsWithoutEdge(): void {
    if (!matchMedia('(forced-colors: active)').matches) return
    for (const float of document.body.querySelectorAll('[role=menu], [role=listbox], [role=dialog], dialog[open]')) {
      const edges = [float, float.parentElement].filter((element) => element !== null)
      const isEdged = edges.some((element) => Number.parseFloat(getComputedStyle(element).borderLeftWidth) >= 1)
      if (isSeen(float) && !isEdged) faults.add(`no edge in forced colours: ${describe(float)}`)
    }
  }

  findFloatsWithoutEdge()
  findStrayWords()
  findOtherNames()
  findDisorder()
  findSmallTargets()
  findSideways()
  await findCutTexts()
  return [...faults]
}
