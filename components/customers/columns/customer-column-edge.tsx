'use client'

import { useColumnLayout } from '@/components/customers/columns/use-column-layout'
import { ColumnEdge } from '@/components/list/columns/column-edge'
import type { ColumnSizes } from '@/components/list/list-features'
import { widthBounds } from '@/lib/customers/columns/column-state'
import { toWidths } from '@/lib/customers/columns/to-column-layout'

type CustomerColumnEdgeProps = {
  accountId: string
  columnId: string
  /** Called with the sizes of all columns while the edge is dragged; with null at the end, when they are kept or given up. */
  onDrag: (sizes: ColumnSizes | null) => void
}

/** The edge of a column of the customers, whose width is kept once it is dropped. */
export function CustomerColumnEdge({ accountId, columnId, onDrag }: CustomerColumnEdgeProps) {
  const { layout, setLayout } = useColumnLayout(accountId)
  const handleEnd = (sizes: ColumnSizes | null) => {
    if (sizes) setLayout({ ...layout, widths: { ...layout.widths, ...toWidths(sizes) } })
    onDrag(null)
  }
  return <ColumnEdge columnId={columnId} bounds={widthBounds} onDrag={onDrag} onEnd={handleEnd} />
}
