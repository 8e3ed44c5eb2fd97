/**
 * Keeps the focus on the page (WCAG 2.4.3, "Focus Order"). When the control that holds it is removed or disabled, a browser
 * gives the focus to the body: keys of the page still work, but the next Tab begins at the top, and a screen reader loses its
 * place. Here the focus goes to what follows the control, or else to what stands before it.
 */

const controls = 'a[href], button:not(:disabled), summary, select, [tabindex="0"]'
/** A part of the page that takes the focus itself while it holds no control, such as a list whose rows are on their way. */
const region = '[data-region]'

const isAfter = (element: Element, reference: Node) =>
  (reference.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !reference.contains(element)

/**
 * The nearest element within `parent` that can take the focus: the first one after `before` (null for the beginning of
 * `parent`), or else the last one up to it. Null where `parent` holds none that is visible.
 */
export function findNearest(parent: ParentNode, before: Node | null): HTMLElement | null {
  const all = [...parent.querySelectorAll<HTMLElement>(`${controls}, ${region}`)].filter(
    (element) => element.checkVisibility() && !(element.matches(region) && element.querySelector(controls)),
  )
  const place = before?.isConnected ? before : null
  return all.find((element) => place === null || isAfter(element, place)) ?? all.at(-1) ?? null
}

/** The nearest element to a place in the page; the whole of the main content where what was around the place has gone. */
function findSuccessor(parent: Node, before: Node | null): HTMLElement | null {
  const main = document.querySelector('main')
  let [container, place] = [parent instanceof Element ? parent : null, before]
  while (container?.isConnected && container !== main && main?.contains(container)) {
    const nearest = findNearest(container, place)
    if (nearest) return nearest
    ;[container, place] = [container.parentElement, container]
  }
  return main
}

let focused: Element | null = null

/** Whether nothing holds the focus, and what held it can no longer do so: a person who leaves a control is let go. */
const isLost = () =>
  focused !== null &&
  (document.activeElement === document.body || document.activeElement === focused) &&
  (!focused.isConnected || focused.matches(':disabled'))

function handleFocusIn({ target }: FocusEvent): void {
  focused = target instanceof Element ? target : null
}

function handleMutations(records: MutationRecord[]): void {
  if (!isLost()) return
  const removal = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(focused)))
  const parent = removal ? removal.target : (focused?.parentNode ?? null)
  const before = removal ? removal.previousSibling : focused
  // A menu, a form or the list may be about to move the focus itself, to a place that it knows better.
  setTimeout(() => {
    if (parent && isLost()) findSuccessor(parent, before)?.focus()
  })
}

const observer = new MutationObserver(handleMutations)

/** Starts to keep the focus on the page, beginning with what holds it now. To start again changes nothing. */
export function keepFocus(): void {
  focused ??= document.activeElement
  document.addEventListener('focusin', handleFocusIn)
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
}
