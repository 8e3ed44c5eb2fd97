import { z } from 'zod/mini'
import { customerSchema, nextSchema } from '@/lib/customers/model/customer'
import { revealSchema } from '@/lib/customers/model/reveal-schema'

/** The schemas of one customer and its parts, as our routes answer them. Property names are Dintero's own. */

const text = z.optional(z.string())
const json = z.record(z.string(), z.unknown())

/** A value that breaks the types of the contract: it is missing in `customer`, and is here as Dintero sent it. */
const wrongValue = z.object({ path: z.array(z.string()), value: z.unknown() })
export type WrongValue = z.infer<typeof wrongValue>

const record = {
  customer: customerSchema,
  /** The properties that the contract does not name, as Dintero sent them. */
  other: json,
  wrong: z.array(wrongValue),
}
export type CustomerRecord = z.infer<z.ZodMiniObject<typeof record>>

/**
 * One customer, when it was read (ISO 8601), and the `etag` to check it for changes. `reveals` are the masked fields that
 * are shown to this person for a while.
 */
export const recordAnswerSchema = z.object({
  ...record,
  reveals: z.array(revealSchema),
  etag: z.nullable(z.string()),
  read_at: z.string(),
})
export type RecordAnswer = z.infer<typeof recordAnswerSchema>

/** The answer to a request with an `etag`: the new customer, or that nothing changed. */
export const recordCheckSchema = z.union([
  recordAnswerSchema,
  z.object({ unchanged: z.literal(true), read_at: z.string() }),
])
export type RecordCheck = z.infer<typeof recordCheckSchema>

const token = z.object({
  id: z.string(),
  token_id: text,
  type: text,
  value: text,
  metadata: z.optional(json),
  created_at: text,
  deleted_at: text,
})
export type Token = z.infer<typeof token>

/** A page of tokens, newest first; `unreadable` counts entries that break the contract. */
export const tokensAnswerSchema = z.object({
  tokens: z.array(token),
  unreadable: z.number(),
  next: nextSchema,
})
export type TokensAnswer = z.infer<typeof tokensAnswerSchema>

const reachable = z.optional(z.object({ verified_at: text, allowed: z.optional(z.boolean()) }))

/** Whether email and phone are verified and may be used. */
export const communicationAnswerSchema = z.object({
  communication: z.object({ email: reachable, phone_number: reachable }),
})
export type CommunicationAnswer = z.infer<typeof communicationAnswerSchema>

/** The terms that a customer's `term.id` points to. */
export const termAnswerSchema = z.object({
  term: z.object({ id: z.string(), terms: text, created_at: text, deleted_at: text }),
})
export type TermAnswer = z.infer<typeof termAnswerSchema>

/** The customers that a contact is linked to; Dintero does not have the `missing` ids, and `unasked` ones were not requested. */
export const contactForAnswerSchema = z.object({
  customers: z.array(customerSchema),
  missing: z.array(z.string()),
  unasked: z.array(z.string()),
})
export type ContactForAnswer = z.infer<typeof contactForAnswerSchema>

/** The text of a response as Dintero sent it, and the URL of the request. */
export const rawAnswerSchema = z.object({ text: z.string(), url: z.string(), read_at: z.string() })
export type RawAnswer = z.infer<typeof rawAnswerSchema>
