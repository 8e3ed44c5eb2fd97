import { z } from 'zod/mini'
import { auditEventKinds } from '@/lib/audit/event-kinds'

/** The record of reads as it leaves the server: who looked at what, never what was seen. */

/** What was asked by: a plain value where it tells of nobody, else a keyed hash of it, by which equal values are found. */
const filterSchema = z.object({ name: z.string(), value: z.optional(z.string()), hash: z.optional(z.string()) })
export type AuditFilter = z.infer<typeof filterSchema>

export const auditEventSchema = z.object({
  id: z.number(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** The role is that of the moment. */
  actor: z.object({ email: z.string(), name: z.string(), role: z.nullable(z.string()) }),
  kind: z.enum(auditEventKinds),
  /** Null for what belongs to no account: signing in and out. */
  account: z.nullable(z.string()),
  /** The `customer_id` of everyone who was in the answer. */
  customers: z.array(z.string()),
  filters: z.array(filterSchema),
  /** How many rows the answer had, or the total that was told. */
  rows: z.nullable(z.number()),
  /** The reason of a reveal, or why something was refused. */
  note: z.nullable(z.string()),
  request_id: z.string(),
})
export type AuditEvent = z.infer<typeof auditEventSchema>

/** When `npm run audit:verify` was run last, and what it found; null where it never was. */
const checkSchema = z.nullable(z.object({ at: z.string(), unbroken: z.boolean() }))

export const activityPageSchema = z.object({
  events: z.array(auditEventSchema),
  next: z.nullable(z.object({ before: z.number() })),
  checked: checkSchema,
})
export type ActivityPage = z.infer<typeof activityPageSchema>
