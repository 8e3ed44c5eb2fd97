'use client'

import { type FocusEvent, type MouseEvent, useState } from 'react'

/** The cell under the pointer, or the one that holds the focus. */
export type PointedCell = {
  rowIndex: number
  cellIndex: number
  /** The whole text of what is pointed at, where it is cut off. */
  title: string | undefined
}

function findCutText(target: Element): string | undefined {
  const element = target.closest('a, span, td, th')
  if (!element || element.clientWidth === 0 || element.scrollWidth <= element.clientWidth) return undefined
  return element.textContent
}

function findPointedCell({ target, type }: MouseEvent | FocusEvent): PointedCell | null {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null
  const row = cell?.closest('tr')
  if (!(target instanceof Element) || !cell || !row) return null
  return {
    rowIndex: row.sectionRowIndex,
    cellIndex: cell.cellIndex,
    title: type === 'mouseover' ? findCutText(target) : undefined,
  }
}

const isSame = (a: PointedCell | null, b: PointedCell | null) =>
  a?.rowIndex === b?.rowIndex && a?.cellIndex === b?.cellIndex && a?.title === b?.title

/** The cell of a table that is pointed at, with the handlers for its body. */
export function usePointedCell() {
  const [pointed, setPointed] = useState<PointedCell | null>(null)
  const handlePoint = (event: MouseEvent | FocusEvent) => {
    const cell = findPointedCell(event)
    setPointed((before) => (isSame(before, cell) ? before : cell))
  }
  return { pointed, handlers: { onMouseOver: handlePoint, onFocus: handlePoint, onMouseLeave: () => setPointed(null) } }
}
