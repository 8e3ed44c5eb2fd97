'use client'

import type { RowData } from '@tanstack/react-table'
import { type PointerEvent, useRef } from 'react'
import { measureColumns } from '@/components/list/columns/measure-columns'
import type { ListColumn, ListTableInstance } from '@/components/list/list-features'
import styles from '@/components/list/list-table.module.css'
import { readTextScale } from '@/components/list/use-text-scale'

type ColumnEdgeProps<TRow extends RowData> = {
  table: ListTableInstance<TRow>
  column: ListColumn<TRow>
  /** Called at the end of a drag; `isKept` is false where it was given up. */
  onEnd: (isKept: boolean) => void
}

/**
 * The edge of a column's head, which is dragged to set its width. All columns keep the widths that they have then, so that none
 * but this one changes. The keyboard sets widths in the menu of the columns. React Table's own handler would be in the first
 * load, which needs none.
 */
export function ColumnEdge<TRow extends RowData>({ table, column, onEnd }: ColumnEdgeProps<TRow>) {
  const from = useRef<{ x: number; width: number } | null>(null)
  const handleDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const widths = measureColumns(event.currentTarget.closest('thead'))
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, width: widths[column.id] ?? column.getSize() }
    table.setColumnSizing(widths)
  }
  const handleMove = ({ clientX }: PointerEvent) => {
    if (!from.current) return
    const { x, width } = from.current
    const { minSize = 0, maxSize = Number.POSITIVE_INFINITY } = column.columnDef
    const size = Math.min(maxSize, Math.max(minSize, width + (clientX - x) / readTextScale()))
    table.setColumnSizing((widths) => ({ ...widths, [column.id]: size }))
  }
  const handleEnd = (isKept: boolean) => () => {
    if (!from.current) return
    from.current = null
    onEnd(isKept)
  }
  return (
    <span
      aria-hidden="true"
      className={styles.edge}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={handleEnd(true)}
      onPointerCancel={handleEnd(false)}
    />
  )
}
