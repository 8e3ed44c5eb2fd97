import { productColumn } from '@/lib/customers/columns/product-columns'

/** The columns of customers by their ids, which a column layout, a view and an export share. */

/** At most so many columns are kept; an account declares tens of attributes, not hundreds. */
export const columnLimit = 100

const kinds = ['attribute', 'consent'] as const
type ColumnKind = (typeof kinds)[number]

/** What a column beyond those of the product shows, by Dintero's name of it. */
export type ExtraColumn = { kind: ColumnKind; name: string }

/** The id of a column for an attribute or a consent channel: `attribute:shoe_size`, `consent:letter`. */
export const extraColumnId = ({ kind, name }: ExtraColumn): string => `${kind}:${name}`

/** What an id names; null for a column of the product. */
export function parseExtraColumn(id: string): ExtraColumn | null {
  const kind = kinds.find((one) => id.startsWith(`${one}:`))
  return kind ? { kind, name: id.slice(kind.length + 1) } : null
}

/** Whether a text is an id: that of a column of the product, of an attribute or of a consent channel. */
export const isColumnId = (id: string): boolean =>
  id.length <= 120 && (productColumn(id) !== undefined || Boolean(parseExtraColumn(id)?.name))
