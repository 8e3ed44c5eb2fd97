import { type Column, type ReactTable, type Row, type RowData, tableFeatures } from '@tanstack/react-table'
import type { ReactNode } from 'react'

type ListColumnMeta<TRow> = {
  /** The class of the column's cells. */
  className?: string
  /** How wide the column is, in pixels at the usual size of text. */
  size?: number
  /** Its width in place of that, while the table has room: a percentage, or `auto` for what the others leave. */
  width?: `${number}%` | 'auto'
  /** Whether the column stays at the left edge while the table scrolls sideways. */
  isPinned?: boolean
  /** The tools of a cell, rendered over it while its row is pointed at or is the keyboard's row. */
  renderTools?: (row: TRow) => ReactNode
  /** Whether a person who sees contact data masked sees these values masked. */
  isPersonal?: boolean
  /** What a card calls the value, where the value alone does not say it. */
  cardLabel?: string
  /** `no` for values that no browser may translate, such as names and ids. Their cells may be bare text. */
  translate?: 'no'
}

type ListTableMeta = {
  /** Whether the person sees contact data masked. */
  isMasked?: boolean
}

/** A list draws the columns that it is given, in their order: it needs no feature of React Table beside its core. */
export function listFeatures<TRow>() {
  return tableFeatures({
    columnMeta: {} as ListColumnMeta<TRow>,
    tableMeta: {} as ListTableMeta,
  })
}

export type ListFeatures<TRow> = ReturnType<typeof listFeatures<TRow>>
export type ListTableInstance<TRow extends RowData> = ReactTable<ListFeatures<TRow>, TRow>
export type ListRow<TRow extends RowData> = Row<ListFeatures<TRow>, TRow>
export type ListColumn<TRow extends RowData> = Column<ListFeatures<TRow>, TRow>

/** Sizes of columns by their ids, in pixels at the usual size of text. */
export type ColumnSizes = Readonly<Record<string, number>>
