import { z } from 'zod/mini'
import { isReason, maxReasonLength } from '@/lib/audit/reason'
import { columnLimit, isColumnId } from '@/lib/customers/columns/column-ids'

/** The exports of the person who asks, as the server sends them, and the requests that begin and change one. */

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/**
 * `running` also while it waits for Dintero; `ready` to be downloaded; `sending` while that happens; `stopped` for good, and
 * its rows are gone.
 */
export const exportStates = ['running', 'paused', 'ready', 'sending', 'stopped'] as const
export type ExportState = (typeof exportStates)[number]

/**
 * Why it waits (`upstream`, `database`), is paused (`signed_out`), or is stopped: the role or the accounts of the person have
 * changed, the key of the server has, or Dintero no longer takes the query or knows its place in the list.
 */
export const exportProblems = ['upstream', 'database', 'signed_out', 'not_allowed', 'key_changed', 'refused'] as const
export type ExportProblem = (typeof exportProblems)[number]

/** More customers than that are not exported at once, so that a spreadsheet can still open the file. */
export const maxExportRows = 100_000

/** How many exports a person may have at one time. */
export const maxExports = 3

/** What is exported: a query of the list, as its URL has it, the columns in their order, and why. */
export const exportRequestSchema = z.strictObject({
  query: z.string().check(z.maxLength(8_000)),
  columns: z.array(z.string().check(z.refine(isColumnId))).check(
    z.minLength(1),
    z.maxLength(columnLimit),
    z.refine((columns) => new Set(columns).size === columns.length),
  ),
  format: z.enum(exportFormats),
  reason: z.string().check(z.trim(), z.maxLength(maxReasonLength), z.refine(isReason)),
  /** How many customers the list has, as its screen says. It is shown to the person again, and decides nothing. */
  total: z.nullable(z.int().check(z.minimum(0), z.maximum(1_000_000_000))),
})
export type ExportRequest = z.infer<typeof exportRequestSchema>

/** What a person does with an export: `cancel` also removes one that is ready or stopped. */
export const exportChangeSchema = z.strictObject({ action: z.enum(['pause', 'continue', 'cancel']) })
export type ExportAction = z.infer<typeof exportChangeSchema>['action']

export const customerExportSchema = z.object({
  id: z.string(),
  state: z.enum(exportStates),
  problem: z.nullable(z.enum(exportProblems)),
  format: z.enum(exportFormats),
  rows: z.number(),
  total: z.nullable(z.number()),
  /** Calls to Dintero that have been answered. */
  pages: z.number(),
  /** When the next page is fetched, for one that waits; ISO 8601, as all times. */
  due_at: z.string(),
  created_at: z.string(),
  expires_at: z.string(),
})
export type CustomerExport = z.infer<typeof customerExportSchema>

export const exportListSchema = z.object({
  /** The newest first. */
  exports: z.array(customerExportSchema),
  /** How many calls a minute the exports of the account make, after the first thousand customers of each. */
  calls_per_minute: z.number(),
})
export type ExportList = z.infer<typeof exportListSchema>

/** The export that was begun, or the same one of this person, if it is under way or ready. */
export const exportBegunSchema = z.object({ export: customerExportSchema, is_new: z.boolean() })

/** The change is made. */
export const exportChangedSchema = z.strictObject({})

/** Nothing is asked for beside the file. */
export const exportFileRequestSchema = z.strictObject({})
