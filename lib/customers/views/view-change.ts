import { z } from 'zod/mini'
import { columnLayoutSchema } from '@/lib/customers/columns/column-layout'
import { productViews } from '@/lib/customers/views/product-views'
import { maxNameLength, toViewName } from '@/lib/customers/views/view-name'
import { parseViewQuery } from '@/lib/customers/views/view-query'
import { densities } from '@/lib/preferences'

/** What a person may change about views, as the API takes it. */

const maxQueryLength = 4_000

const name = z.string().check(
  z.overwrite(toViewName),
  z.refine((text) => text !== '' && [...text].length <= maxNameLength, {
    error: `The name of a view must have 1 to ${maxNameLength} letters.`,
  }),
)

const query = z.string().check(
  z.maxLength(maxQueryLength),
  z.refine((text) => parseViewQuery(text).leftOut.length === 0, {
    error: 'The query of a view must be filters of the list, as its address has them.',
  }),
  z.overwrite((text) => parseViewQuery(text).query),
)

const columns = z.nullable(columnLayoutSchema)
const density = z.nullable(z.enum(densities))
const version = z.int().check(z.positive())

/** A new view, which is the person's own until it is shared. */
export const newViewSchema = z.strictObject({ name, query, columns, density })
export type NewView = z.infer<typeof newViewSchema>

/** A change of a view; what is not named stays. `version` is the one that the person has seen. */
export const viewChangeSchema = z.strictObject({
  version,
  name: z.optional(name),
  query: z.optional(query),
  columns: z.optional(columns),
  density: z.optional(density),
  shared: z.optional(z.boolean()),
})
export type ViewChange = z.infer<typeof viewChangeSchema>

export const viewDeletionSchema = z.strictObject({ version })

/** The view with which the list begins, or none. */
export const defaultViewSchema = z.strictObject({ view: z.nullable(z.union([z.uuid(), z.enum(productViews)])) })

/** The path parameters of a URL of one view. */
export const viewParams = z.object({ viewId: z.uuid() })
