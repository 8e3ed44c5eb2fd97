import { z } from 'zod/mini'
import { columnLayoutSchema } from '@/lib/customers/columns/column-layout'
import { densities } from '@/lib/preferences'

/** A search that a person keeps under a name, as the API answers it. */
export const viewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The filters as the address has them, in canonical form, without those that are left out. */
  query: z.string(),
  /** The columns that it shows; null where it shows those of the person. */
  columns: z.nullable(columnLayoutSchema),
  /** How tall its rows are; null where the person decides. */
  density: z.nullable(z.enum(densities)),
  /** The name of the person who shares it; null for one’s own. */
  owner: z.nullable(z.string()),
  shared: z.boolean(),
  version: z.number(),
  /** When it was last changed: ISO 8601, UTC. */
  changed_at: z.string(),
  /** The parameters of the stored view that are not understood any more, or that the role of the person may not see. */
  left_out: z.array(z.string()),
})
export type View = z.infer<typeof viewSchema>

/** The person's own views, then those that others share. `default` is the id of one of them, or of a view of the product. */
export const viewsAnswerSchema = z.object({ views: z.array(viewSchema), default: z.nullable(z.string()) })
export type ViewsAnswer = z.infer<typeof viewsAnswerSchema>

/** What the first HTML of the list knows of views: the open one, the first ones of the list, and the default. */
export type FirstViews = { open: View | null; first: View[]; default: string | null }

/** What was done is done. */
export const viewDoneSchema = z.strictObject({})
