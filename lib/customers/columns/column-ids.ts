/** The ids of columns beyond those of the product: `attribute:shoe_size`, `consent:letter`. */

const kinds = ['attribute', 'consent'] as const
type ColumnKind = (typeof kinds)[number]

/** What a column beyond those of the product shows, by Dintero's name of it. */
export type ExtraColumn = { kind: ColumnKind; name: string }

/** The id of a column for an attribute or a consent channel. */
export const extraColumnId = ({ kind, name }: ExtraColumn): string => `${kind}:${name}`

/** What an id names; null for a column of the product. */
export function parseExtraColumn(id: string): ExtraColumn | null {
  const kind = kinds.find((one) => id.startsWith(`${one}:`))
  return kind ? { kind, name: id.slice(kind.length + 1) } : null
}
