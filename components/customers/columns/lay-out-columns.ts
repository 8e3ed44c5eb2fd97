import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  constructTable,
  tableFeatures,
} from '@tanstack/table-core'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'
import { toColumnState } from '@/lib/customers/columns/column-state'

/** The features of React Table by which columns are laid out. */
export const columnFeatures = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
})
const features = tableFeatures({ ...columnFeatures, coreReactivityFeature: storeReactivityBindings() })

/** A column as a layout shows it. */
export type LaidOutColumn = { id: string; isPinned: boolean }

/** Those of these columns that a layout shows, in its order: the pinned ones first. */
export function layOutColumns(ids: readonly string[], layout: ColumnLayout): LaidOutColumn[] {
  const columns = ids.map((id) => ({ id }))
  const table = constructTable({ features, columns, data: [], state: toColumnState(layout) })
  return [
    ...table.getStartVisibleLeafColumns().map(({ id }) => ({ id, isPinned: true })),
    ...table.getCenterVisibleLeafColumns().map(({ id }) => ({ id, isPinned: false })),
  ]
}
