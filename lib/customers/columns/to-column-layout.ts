import { columnLimit, parseExtraColumn } from '@/lib/customers/columns/column-ids'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'
import { remPx } from '@/lib/customers/columns/column-sizes'
import { type ColumnState, nameColumn, widthBounds } from '@/lib/customers/columns/column-state'

/** Widths as a layout holds them. */
export const toWidths = (columnSizing: ColumnState['columnSizing']): NonNullable<ColumnLayout['widths']> =>
  Object.fromEntries(
    Object.entries(columnSizing).map(([id, px]) => {
      const bound = Math.min(widthBounds.maxSize, Math.max(widthBounds.minSize, px))
      return [id, Math.round((bound / remPx) * 1000) / 1000]
    }),
  )

/**
 * The layout that keeps a state of the columns. A column of the product is shown unless it is hidden, another one only where
 * it is chosen. Ids that the account no longer declares stay.
 */
export function toColumnLayout(state: ColumnState, { shown = [], hidden = [] }: ColumnLayout): ColumnLayout {
  const { columnOrder, columnVisibility, columnPinning, columnSizing } = state
  const ids = [...new Set([...shown, ...hidden, ...Object.keys(columnVisibility)])]
  const isExtra = (id: string) => parseExtraColumn(id) !== null
  const isShown = (id: string) => columnVisibility[id] ?? (!isExtra(id) || shown.includes(id))
  const layout = {
    order: columnOrder.filter((id) => id !== nameColumn && (!isExtra(id) || isShown(id))),
    shown: ids.filter((id) => isExtra(id) && isShown(id)),
    hidden: ids.filter((id) => !isExtra(id) && !isShown(id)),
    pinned: columnPinning.start.filter((id) => id !== nameColumn),
  }
  const widths = toWidths(columnSizing)
  return {
    ...Object.fromEntries(
      Object.entries(layout)
        .filter(([, list]) => list.length > 0)
        .map(([name, list]) => [name, list.slice(0, columnLimit)]),
    ),
    ...(Object.keys(widths).length > 0 && { widths }),
  }
}
