'use client'

import { type PointerEvent, useState } from 'react'
import type { ColumnMenuState } from '@/components/customers/columns/use-column-menu'

const lineAt = (list: Element, y: number) =>
  [...list.children].findIndex((line) => {
    const { top, bottom } = line.getBoundingClientRect()
    return y >= top && y < bottom
  })

/**
 * Drags a line of the menu by its grip, by mouse, pen or finger: it takes the place of the line that the pointer is over. The
 * list captures the pointer, since a line that React moves would lose it. What is dropped is kept; Alt with an arrow does the same.
 */
export function useColumnDrag({ columns, moveTo, endDraft }: ColumnMenuState) {
  const [draggedId, setDraggedId] = useState<string | null>(null)
  const handleEnd = (isKept: boolean) => () => {
    if (draggedId === null) return
    setDraggedId(null)
    endDraft(isKept)
  }
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const { target, currentTarget, pointerId, button } = event
      const line =
        target instanceof Element ? target.closest('[data-grip]')?.closest<HTMLElement>('[data-column]') : null
      if (!line || button !== 0) return
      event.preventDefault()
      currentTarget.setPointerCapture(pointerId)
      setDraggedId(line.dataset.column ?? null)
    },
    onPointerMove: ({ currentTarget, clientY }: PointerEvent<HTMLElement>) => {
      const column = columns.find(({ id }) => id === draggedId)
      const place = column ? lineAt(currentTarget, clientY) : -1
      if (column && place !== -1) moveTo(column, place, true)
    },
    onPointerUp: handleEnd(true),
    onPointerCancel: handleEnd(false),
  }
  return { draggedId, handlers }
}
