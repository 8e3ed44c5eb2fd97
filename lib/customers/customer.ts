import { z } from 'zod/mini'

/**
 * What a browser may hold of a customer, and what the routes answer. Property names are Dintero's own throughout,
 * except that its `bussiness_name` is `business_name` here. A property that is missing or null upstream is missing here.
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
export type Company = z.infer<typeof company>

/** One page of customers; `next` is the query of the page after, null on the last one. */
export const customerPageSchema = z.object({
  customers: z.array(customerSchema),
  unreadable: z.array(z.object({ id: z.nullable(z.string()), reason: z.string() })),
  next: z.nullable(z.object({ starting_after: z.string() })),
})
export type CustomerPage = z.infer<typeof customerPageSchema>

export const customerAnswerSchema = z.object({ customer: customerSchema })
export type CustomerAnswer = z.infer<typeof customerAnswerSchema>

/** `total` is null where the upstream gives none. */
export const totalAnswerSchema = z.object({ total: z.nullable(z.number()) })
export type TotalAnswer = z.infer<typeof totalAnswerSchema>

const tag = z.object({ id: z.string(), tag: z.string(), created_at: text })
export type Tag = z.infer<typeof tag>

export const tagsAnswerSchema = z.object({ tags: z.array(tag) })
export type TagsAnswer = z.infer<typeof tagsAnswerSchema>
