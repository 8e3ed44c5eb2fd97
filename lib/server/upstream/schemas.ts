import 'server-only'
import { z } from 'zod'

/**
 * The wire shapes of Dintero's answers, as on the contract page. Only `type` and `customer_id` are required; any
 * property may be missing, and null counts as missing. Unknown properties are accepted.
 */

const text = z.string().nullish()
/** Half a surrogate pair has no encoding, so that no URL could hold such an id. */
const id = z.string().refine((text) => text.isWellFormed())
const json = z.record(z.string(), z.unknown()).nullish()

const address = z.object({
  address_line: text,
  address_line_2: text,
  postal_code: text,
  postal_place: text,
  country: text,
  latitude: z.number().nullish(),
  longitude: z.number().nullish(),
  type: text,
  custom_type: text,
  comment: text,
})

const consent = z.object({ consent: z.boolean().nullish(), updated_at: text })

const company = z.object({
  bussiness_name: text,
  organization_number: text,
  department: text,
  industry: text,
  website: text,
  number_of_employees: text,
})

const customer = z.object({
  type: z.enum(['customer', 'company', 'contact', 'employee', 'other']),
  customer_id: id.min(1).max(255),
  id: id.nullish(),
  first_name: text,
  last_name: text,
  email: text,
  phone_number: text,
  gender: text,
  date_of_birth: text,
  status: text,
  favorite_store: text,
  enrolled_by: z.object({ type: text, value: text }).nullish(),
  marketing_consent: z.record(z.string(), consent.nullish()).nullish(),
  addresses: z.array(address).nullish(),
  term: z.object({ id: text, accepted_at: text }).nullish(),
  company: company.nullish(),
  contact_for: z.array(z.object({ customer_id: id.nullish() })).nullish(),
  attributes: json,
  metadata: json,
  created_at: text,
  created_by: text,
  updated_at: text,
  deleted_at: text,
  deleted_by: text,
})

/** The names of the properties on the contract page. */
export const wireProperties: ReadonlySet<string> = new Set(Object.keys(customer.shape))

/** Compiled, which takes a quarter of the time: it parses every row of every page. The plain schema explains refusals. */
export const wireCustomer = z.compile(customer)
export type WireCustomer = z.infer<typeof wireCustomer>

/** A page is parsed row by row: a customer that breaks the contract is listed as unreadable. */
export const wirePage = z.array(z.unknown())

export const wireTags = z.array(z.object({ id: z.string(), tag: z.string(), created_at: text, metadata: json }))

/** Parsed one by one, as the customers of a page are. */
export const wireToken = z.object({
  id: id.min(1),
  token_id: text,
  type: text,
  value: text,
  metadata: json,
  created_at: text,
  deleted_at: text,
})
export const wireTokens = z.array(z.unknown())

const reachable = z.object({ verified_at: text, allowed: z.boolean().nullish() }).nullish()

/** Excludes an error body (contract, "Errors") from the shapes whose properties are all optional. */
const noError = { error: z.undefined().optional() }

export const wireCommunication = z.object({
  ...noError,
  communication: z.object({ email: reachable, phone_number: reachable }).nullish(),
})

export const wireTerm = z.object({ ...noError, id: z.string(), terms: text, created_at: text, deleted_at: text })

/** Parsed entry by entry: one that breaks the contract does not affect the others. */
export const wireSettings = z.object({ ...noError, attributes: z.array(z.unknown()).nullish() })
export const wireAttributeSetting = z.object({
  name: z.string().min(1),
  type: text,
  multiple_values: z.boolean().nullish(),
  private: z.boolean().nullish(),
})
