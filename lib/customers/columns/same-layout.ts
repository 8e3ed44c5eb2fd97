import type { ColumnLayout } from '@/lib/customers/columns/column-layout'

/** The database keeps the widths in an order of its own. */
const toText = ({ order = [], shown = [], hidden = [], pinned = [], widths = {} }: ColumnLayout) =>
  JSON.stringify([order, shown, hidden, pinned, Object.entries(widths).toSorted()])

/** Whether two layouts show the same. */
export const isSameLayout = (one: ColumnLayout, other: ColumnLayout): boolean => toText(one) === toText(other)
