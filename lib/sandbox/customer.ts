/** The shape of a customer in the API, and what the sandbox stores with it. Source: the published collection page. */
export const customerTypes = ['customer', 'company', 'contact', 'employee', 'other'] as const
export type CustomerType = (typeof customerTypes)[number]

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export type Address = {
  address_line?: string
  address_line_2?: string
  postal_code?: string
  postal_place?: string
  country?: string
  latitude?: number
  longitude?: number
  type?: string
  custom_type?: string
  comment?: string
}

export type Company = {
  // Dintero's own spelling.
  bussiness_name?: string
  organization_number?: string
  department?: string
  industry?: string
  website?: string
  // A string in Dintero's API.
  number_of_employees?: string
}

export type Consent = { consent: boolean; updated_at?: string }

export type Customer = {
  type: CustomerType
  customer_id: string
  id: string
  created_at: string
  created_by?: string
  updated_at?: string
  deleted_by?: string
  deleted_at?: string
  first_name?: string | null
  last_name?: string | null
  email?: string | null
  phone_number?: string | null
  gender?: string | null
  date_of_birth?: string | null
  status?: string | null
  favorite_store?: string | null
  enrolled_by?: { type: string; value: string }
  marketing_consent?: { [channel: string]: Consent }
  addresses?: Address[]
  term?: { id: string; accepted_at?: string }
  company?: Company
  contact_for?: { customer_id: string }[]
  attributes?: { [name: string]: Json }
  metadata?: { [name: string]: Json }
}

export type CustomerToken = {
  id: string
  token_id?: string
  type: string
  value: string
  metadata?: { [name: string]: Json }
  created_at: string
  created_by?: string
  deleted_at?: string
  deleted_by?: string
}

export type Reachable = { verified_at: string | null; allowed: boolean }
export type Communication = { email?: Reachable; phone_number?: Reachable }

/** One customer with its tags, tokens and communication. */
export type CustomerRecord = {
  customer: Customer
  /** Ids of the tags of the customer. */
  tags: string[]
  tokens: CustomerToken[]
  communication: Communication
  /** Properties that exist but are omitted from the body, to give the smallest customer that the contract allows. */
  hidden?: (keyof Customer)[]
}
