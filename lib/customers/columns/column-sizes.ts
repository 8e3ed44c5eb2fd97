import type { ColumnLayout } from '@/lib/customers/columns/column-layout'

/** The pixels of a rem at the usual size of text, in which React Table holds the sizes of columns. */
export const remPx = 16

/** The widths of a layout as sizes. */
export const toColumnSizes = (widths: ColumnLayout['widths'] = {}): Record<string, number> =>
  Object.fromEntries(Object.entries(widths).map(([id, rem]) => [id, rem * remPx]))
