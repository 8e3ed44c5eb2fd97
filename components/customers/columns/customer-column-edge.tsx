'use client'

import { useColumnLayout } from '@/components/customers/columns/use-column-layout'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { ColumnEdge } from '@/components/list/columns/column-edge'
import type { ListColumn, ListTableInstance } from '@/components/list/list-features'
import { toWidths } from '@/lib/customers/columns/to-column-layout'

type CustomerColumnEdgeProps = {
  accountId: string
  table: ListTableInstance<CustomerRow>
  column: ListColumn<CustomerRow>
  /** Called at the end of a drag, once its widths are kept or given up. */
  onEnd: () => void
}

/** The edge of a column of the customers, whose width is kept once it is dropped. */
export function CustomerColumnEdge({ accountId, table, column, onEnd }: CustomerColumnEdgeProps) {
  const { layout, setLayout } = useColumnLayout(accountId)
  const handleEnd = (isKept: boolean) => {
    if (isKept) setLayout({ ...layout, widths: { ...layout.widths, ...toWidths(table.state.columnSizing) } })
    onEnd()
  }
  return <ColumnEdge table={table} column={column} onEnd={handleEnd} />
}
