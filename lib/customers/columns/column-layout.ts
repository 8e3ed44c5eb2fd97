import { z } from 'zod/mini'
import { columnLimit } from '@/lib/customers/columns/column-ids'

const columnId = z.string().check(z.minLength(1), z.maxLength(120))
const columnIds = z.array(columnId).check(z.maxLength(columnLimit))
const width = z.number().check(z.minimum(2), z.maximum(60))

/**
 * How a person lays out the columns of the customer list, in the terms of React Table: what is left out stands as the product
 * brings it. An id is that of a column of the product (`email`), of an attribute (`attribute:shoe_size`) or of a consent channel
 * (`consent:letter`). Widths are in rem.
 */
export const columnLayoutSchema = z.strictObject({
  order: z.optional(columnIds),
  shown: z.optional(columnIds),
  hidden: z.optional(columnIds),
  pinned: z.optional(columnIds),
  widths: z.optional(
    z
      .record(columnId, width)
      .check(z.refine((widths) => Object.keys(widths).length <= columnLimit, { error: 'Too many widths' })),
  ),
})
export type ColumnLayout = z.infer<typeof columnLayoutSchema>

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The entries of an object of layouts or of widths; none of what is no object. */
const entriesOf = (value: unknown): [string, unknown][] =>
  isObject(value) && !Array.isArray(value) ? Object.entries(value) : []

const understood = (schema: { safeParse: (value: unknown) => { success: boolean } }) => (value: unknown) =>
  schema.safeParse(value).success

/** What of a stored layout is understood: a damaged id or width takes no other with it, and unknown lists are left out. */
export function parseColumnLayout(stored: unknown): ColumnLayout {
  const layout: ColumnLayout = {}
  for (const [name, value] of entriesOf(stored)) {
    if (name === 'widths') {
      const widths = entriesOf(value).filter(([id, one]) => understood(columnId)(id) && understood(width)(one))
      layout.widths = columnLayoutSchema.shape.widths.safeParse(Object.fromEntries(widths.slice(0, columnLimit))).data
    } else if (name === 'order' || name === 'shown' || name === 'hidden' || name === 'pinned') {
      const ids = Array.isArray(value) ? value.filter(understood(columnId)) : []
      layout[name] = [...new Set<string>(ids)].slice(0, columnLimit)
    }
  }
  return layout
}

/** The layouts that a person has chosen, by account. */
export type ColumnLayouts = Readonly<Record<string, ColumnLayout>>

/** The stored layouts, each as far as it is understood. */
export const parseColumnLayouts = (stored: unknown): ColumnLayouts =>
  Object.fromEntries(entriesOf(stored).map(([accountId, layout]) => [accountId, parseColumnLayout(layout)]))
