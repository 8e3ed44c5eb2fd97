'use client'

import { flexRender, type RowData } from '@tanstack/react-table'
import { type ComponentProps, memo, Suspense } from 'react'
import type { ListColumn, ListRow } from '@/components/list/list-features'
import styles from '@/components/list/list-table.module.css'
import type { PointedCell } from '@/components/list/use-pointed-cell'

/** The attributes of a row's `tr`. */
export type RowAttributes = ComponentProps<'tr'> & { [attribute: `data-${string}`]: string | undefined }

/** The distance of each pinned column from the left edge; at the edge itself, and in the first HTML, the stylesheet is enough. */
export type PinOffsets = { readonly [columnId: string]: number | undefined }

/** The attributes that hold a pinned column at the left edge. */
export function pinAttributes<TRow extends RowData>({ id, columnDef }: ListColumn<TRow>, offsets: PinOffsets) {
  if (!columnDef.meta?.isPinned) return undefined
  const left = offsets[id]
  return { 'data-pinned': '', style: left === undefined ? undefined : { left } }
}

type TableRowProps<TRow extends RowData> = {
  row: ListRow<TRow>
  /** The columns: the row is rendered again when they change. */
  columns: ListColumn<TRow>[]
  pinOffsets: PinOffsets
  getAttributes: (row: TRow) => RowAttributes
  hasRest: boolean
  isCurrent: boolean
  /** The cell of this row that is pointed at. */
  pointed: PointedCell | null
}

function Row<TRow extends RowData>(props: TableRowProps<TRow>) {
  const { row, pinOffsets, getAttributes, hasRest, isCurrent, pointed } = props
  const isActive = isCurrent || pointed !== null
  return (
    <tr {...getAttributes(row.original)} data-cursor={isCurrent ? '' : undefined}>
      {row.getAllCells().map((cell, index) => {
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
            data-label={meta?.cardLabel}
            {...pinAttributes(column, pinOffsets)}
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
