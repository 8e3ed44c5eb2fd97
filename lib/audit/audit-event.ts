import { z } from 'zod/mini'
import { auditEventKinds } from '@/lib/audit/event-kinds'
import { factsSchema } from '@/lib/audit/facts-schema'

/** The audit log as the server sends it: who looked at what, never the values that were seen. */

/** One filter of a query: its value where it points to nobody, else a keyed hash, by which equal values are found. */
const filterSchema = z.object({ name: z.string(), value: z.optional(z.string()), hash: z.optional(z.string()) })
export type AuditFilter = z.infer<typeof filterSchema>

export const auditEventSchema = z.object({
  id: z.number(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** The role is the one at that time. */
  actor: z.object({ email: z.string(), name: z.string(), role: z.nullable(z.string()) }),
  kind: z.enum(auditEventKinds),
  /** Null for what belongs to no account: signing in and out, the end of sessions. */
  account: z.nullable(z.string()),
  /** The `customer_id` of each customer in the response. */
  customers: z.array(z.string()),
  filters: z.array(filterSchema),
  /** How many rows the response had, or the total that it reported. */
  rows: z.nullable(z.number()),
  /** The reason of a reveal, or why something was refused. */
  note: z.nullable(z.string()),
  facts: factsSchema,
  request_id: z.string(),
})
export type AuditEvent = z.infer<typeof auditEventSchema>

/** A section of a record that was read with it: what its event does not share with that of the opened record. */
const eventSectionSchema = z.object({
  id: z.number(),
  at: z.string(),
  customers: z.array(z.string()),
  filters: z.array(filterSchema),
  rows: z.nullable(z.number()),
  request_id: z.string(),
})
export type EventSection = z.infer<typeof eventSectionSchema>

/** An event as the activity lists it: with the sections of an opened record, in the order in which they were read. */
const listedEventSchema = z.extend(auditEventSchema, { sections: z.array(eventSectionSchema) })
export type ListedEvent = z.infer<typeof listedEventSchema>

/** When `npm run audit:verify` ran last, its result, and the checkpoint that it signed; null where it never ran. */
const checkSchema = z.nullable(z.object({ at: z.string(), unbroken: z.boolean(), checkpoint: z.nullable(z.number()) }))

export const activityPageSchema = z.object({
  events: z.array(listedEventSchema),
  /** How many events match, those of sections included; `mostCounted + 1` where there are more than `mostCounted`. */
  total: z.number(),
  next: z.nullable(z.object({ before: z.number() })),
  checked: checkSchema,
})
export type ActivityPage = z.infer<typeof activityPageSchema>
