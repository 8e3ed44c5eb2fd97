import { z } from 'zod/mini'

/**
 * The customer as the browser holds it and the routes answer it. Property names are Dintero's own, except that its
 * `bussiness_name` is `business_name` here. A property that is missing or null upstream is missing here.
 */

// A Content-Security-Policy without eval would report zod's probe for it as a violation.
z.config({ jitless: true })

export const customerTypes = ['customer', 'company', 'contact', 'employee', 'other'] as const

const text = z.optional(z.string())

const address = z.object({
  address_line: text,
  address_line_2: text,
  postal_code: text,
  postal_place: text,
  country: text,
  latitude: z.optional(z.number()),
  longitude: z.optional(z.number()),
  type: text,
  custom_type: text,
  comment: text,
})

const consent = z.object({ consent: z.optional(z.boolean()), updated_at: text })

const company = z.object({
  business_name: text,
  organization_number: text,
  department: text,
  industry: text,
  website: text,
  number_of_employees: text,
})

export const customerSchema = z.object({
  id: text,
  customer_id: z.string(),
  type: z.enum(customerTypes),
  first_name: text,
  last_name: text,
  email: text,
  phone_number: text,
  gender: text,
  date_of_birth: text,
  status: text,
  favorite_store: text,
  enrolled_by: z.optional(z.object({ type: text, value: text })),
  marketing_consent: z.optional(z.record(z.string(), consent)),
  addresses: z.optional(z.array(address)),
  term: z.optional(z.object({ id: text, accepted_at: text })),
  company: z.optional(company),
  contact_for: z.optional(z.array(z.object({ customer_id: text }))),
  attributes: z.optional(z.record(z.string(), z.unknown())),
  metadata: z.optional(z.record(z.string(), z.unknown())),
  created_at: text,
  created_by: text,
  updated_at: text,
  deleted_at: text,
  deleted_by: text,
})

export type Customer = z.infer<typeof customerSchema>
export type CustomerType = Customer['type']
export type Address = z.infer<typeof address>

/** `customer_id` is null where there is none: its record cannot be opened. `reason` names properties, never values. */
const unreadable = z.object({
  id: z.nullable(z.string()),
  customer_id: z.nullable(z.string()),
  reason: z.string(),
})
export type Unreadable = z.infer<typeof unreadable>

/**
 * One page of customers. `next` is what changes in the query for the next page, null on the last one.
 * - `looked`: a search by several words matched few customers as one phrase, or none, so the customers of its rarest word
 *   (`by_word`) were checked: `at` so far, of a total of `of` (null when Dintero does not count). `at` is null where a
 *   search stopped early, because too many customers match it by values that the person does not see. `phrase` is how
 *   many of the customers, the first ones, the phrase has matched; the others were found word by word.
 * - `unlisted`: how many more customers changed in the same millisecond than can be listed (contract, "What follows from
 *   since_datetime"); the list continues after them. `count` is null when Dintero does not count.
 */
export const customerPageSchema = z.object({
  customers: z.array(customerSchema),
  unreadable: z.array(unreadable),
  next: z.nullable(
    z.union([
      z.strictObject({ starting_after: z.string(), by_word: text }),
      z.strictObject({ since_datetime: z.string() }),
    ]),
  ),
  looked: z.optional(
    z.object({
      at: z.nullable(z.number()),
      of: z.nullable(z.number()),
      by_word: z.string(),
      phrase: z.optional(z.number()),
    }),
  ),
  unlisted: z.optional(z.object({ updated_at: z.string(), count: z.nullable(z.number()) })),
})
export type CustomerPage = z.infer<typeof customerPageSchema>

/** Where a list continues behind an answer; null at its end. */
export const nextSchema = z.nullable(z.object({ starting_after: z.string() }))

/**
 * One step of a scan: what it found, how many customers it read, and where the next step continues; null at the end.
 */
export const customerScanSchema = z.object({
  customers: z.array(customerSchema),
  unreadable: z.array(unreadable),
  looked: z.number(),
  next: nextSchema,
})
export type CustomerScan = z.infer<typeof customerScanSchema>

/** `total` is null when the upstream gives none. */
export const totalAnswerSchema = z.object({ total: z.nullable(z.number()) })
export type TotalAnswer = z.infer<typeof totalAnswerSchema>

const json = z.record(z.string(), z.unknown())
const tag = z.object({ id: z.string(), tag: z.string(), created_at: text, metadata: z.optional(json) })
export type Tag = z.infer<typeof tag>

export const tagsAnswerSchema = z.object({ tags: z.array(tag) })
export type TagsAnswer = z.infer<typeof tagsAnswerSchema>

export const attributeTypes = [
  'string',
  'integer',
  'real',
  'boolean',
  'phonenumber',
  'email',
  'date',
  'date-time',
] as const

/** An attribute that the account has declared. A type that Dintero may add later reads as `string`. */
const attributeSetting = z.object({
  name: z.string(),
  type: z.enum(attributeTypes),
  multiple_values: z.boolean(),
  private: z.boolean(),
})
export type AttributeSetting = z.infer<typeof attributeSetting>

export const settingsAnswerSchema = z.object({ attributes: z.array(attributeSetting) })
export type SettingsAnswer = z.infer<typeof settingsAnswerSchema>
