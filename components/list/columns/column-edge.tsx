'use client'

import { type PointerEvent, useRef } from 'react'
import { measureColumns } from '@/components/list/columns/measure-columns'
import type { ColumnSizes } from '@/components/list/list-features'
import styles from '@/components/list/list-table.module.css'
import { readTextScale } from '@/components/list/use-text-scale'

type ColumnEdgeProps = {
  columnId: string
  /** In pixels at the usual size of text. */
  bounds: { minSize: number; maxSize: number }
  /** Called with the sizes of all columns while the edge is dragged. */
  onDrag: (sizes: ColumnSizes) => void
  /** Called with them when the edge is dropped; with null where the drag was given up. */
  onEnd: (sizes: ColumnSizes | null) => void
}

/**
 * The edge of a column's head, which is dragged to set its width. All columns keep the widths that they have then, so that none
 * but this one changes. The keyboard sets widths in the menu of the columns.
 */
export function ColumnEdge({ columnId, bounds, onDrag, onEnd }: ColumnEdgeProps) {
  const from = useRef<{ x: number; sizes: Record<string, number> } | null>(null)
  const sizesAt = (clientX: number): ColumnSizes | null => {
    if (!from.current) return null
    const { x, sizes } = from.current
    const size = (sizes[columnId] ?? 0) + (clientX - x) / readTextScale()
    return { ...sizes, [columnId]: Math.min(bounds.maxSize, Math.max(bounds.minSize, size)) }
  }
  const handleDown = ({ button, clientX, currentTarget, pointerId }: PointerEvent<HTMLElement>) => {
    if (button !== 0) return
    currentTarget.setPointerCapture(pointerId)
    from.current = { x: clientX, sizes: measureColumns(currentTarget.closest('thead')) }
  }
  const handleMove = ({ clientX }: PointerEvent) => {
    const sizes = sizesAt(clientX)
    if (sizes) onDrag(sizes)
  }
  const handleEnd = (sizes: ColumnSizes | null) => {
    if (!from.current) return
    from.current = null
    onEnd(sizes)
  }
  return (
    <span
      aria-hidden="true"
      className={styles.edge}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={({ clientX }) => handleEnd(sizesAt(clientX))}
      onPointerCancel={() => handleEnd(null)}
    />
  )
}
