'use client'

import { flexRender, type RowData } from '@tanstack/react-table'
import { type ComponentProps, memo, Suspense } from 'react'
import type { ListColumn, ListRow } from '@/components/list/list-features'
import styles from '@/components/list/list-table.module.css'
import type { PointedCell } from '@/components/list/use-pointed-cell'

/** The attributes of a row's `tr`. */
export type RowAttributes = ComponentProps<'tr'> & { [attribute: `data-${string}`]: string | undefined }

/** The attributes that hold a pinned column at its edge. */
export function pinAttributes<TRow extends RowData>(column: ListColumn<TRow>) {
  const edge = column.getIsPinned()
  if (!edge) return undefined
  const offset = edge === 'start' ? column.getStart('start') : column.getAfter('end')
  // The policy of the page blocks style attributes in the HTML of the server: at the edge itself the class is enough.
  return { 'data-pinned': edge, style: offset > 0 ? { [edge === 'start' ? 'left' : 'right']: offset } : undefined }
}

type TableRowProps<TRow extends RowData> = {
  row: ListRow<TRow>
  /** The visible columns: the row is rendered again when they change. */
  columns: ListColumn<TRow>[]
  getAttributes: (row: TRow) => RowAttributes
  hasRest: boolean
  isCurrent: boolean
  /** The cell of this row that is pointed at. */
  pointed: PointedCell | null
}

function Row<TRow extends RowData>({ row, getAttributes, hasRest, isCurrent, pointed }: TableRowProps<TRow>) {
  const isActive = isCurrent || pointed !== null
  return (
    <tr {...getAttributes(row.original)} data-cursor={isCurrent ? '' : undefined}>
      {row.getVisibleCells().map((cell, index) => {
        const { column } = cell
        const { meta } = column.columnDef
        const tools = isActive && meta?.renderTools?.(row.original)
        const Cell = index === 0 ? 'th' : 'td'
        return (
          <Cell
            key={cell.id}
            scope={index === 0 ? 'row' : undefined}
            className={meta?.className}
            translate={meta?.translate}
            title={pointed?.cellIndex === index ? pointed.title : undefined}
            data-tooled={tools ? '' : undefined}
            {...pinAttributes(column)}
          >
            {flexRender(column.columnDef.cell, cell.getContext())}
            {tools && <Suspense>{tools}</Suspense>}
          </Cell>
        )
      })}
      {hasRest && <td className={styles.rest} aria-hidden="true" />}
    </tr>
  )
}

/**
 * A row of a list, whose first cell is its header for a screen reader. It is rendered again only when something of it
 * changes; `memo` loses the type parameter.
 */
export const TableRow = memo(Row) as typeof Row
