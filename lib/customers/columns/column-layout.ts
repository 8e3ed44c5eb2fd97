import { z } from 'zod/mini'

/** At most so many columns are kept; an account declares tens of attributes, not hundreds. */
const columnLimit = 100

const columnId = z.string().check(z.minLength(1), z.maxLength(120))
const columnIds = z.array(columnId).check(z.maxLength(columnLimit))

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
  widths: z.optional(z.record(columnId, z.number().check(z.minimum(2), z.maximum(60)))),
})
export type ColumnLayout = z.infer<typeof columnLayoutSchema>
