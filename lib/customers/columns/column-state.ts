import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'
import { remPx, toColumnSizes } from '@/lib/customers/columns/column-sizes'

/** The state of the columns as React Table holds it. Sizes are in pixels at the usual size of text. */
export type ColumnState = {
  columnOrder: string[]
  columnVisibility: Record<string, boolean>
  columnPinning: { start: string[]; end: string[] }
  columnSizing: Record<string, number>
}

/** The column that is always shown, first and pinned: it names the row and links to its record. */
export const nameColumn = 'name'

const withNameFirst = (ids: readonly string[] = []) => [nameColumn, ...ids.filter((id) => id !== nameColumn)]

const toEach = <T>(ids: readonly string[] | undefined, value: T) =>
  Object.fromEntries((ids ?? []).map((id) => [id, value] as const))

/** The state of the columns by a layout. */
export const toColumnState = (layout: ColumnLayout): ColumnState => ({
  columnOrder: layout.order ? withNameFirst(layout.order) : [],
  columnVisibility: {
    ...toEach(layout.shown, true),
    ...toEach(layout.hidden, false),
    [nameColumn]: true,
  },
  columnPinning: { start: withNameFirst(layout.pinned), end: [] },
  columnSizing: toColumnSizes(layout.widths),
})

/** The bounds of a width, in pixels at the usual size of text: those of the layout. */
export const widthBounds = { minSize: 2 * remPx, maxSize: 60 * remPx }

/** The columns beyond those of the product that a layout shows. */
export const extraColumnIds = ({ shown = [] }: ColumnLayout): string[] =>
  [...new Set(shown)].filter((id) => parseExtraColumn(id) !== null)
