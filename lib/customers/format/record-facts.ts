import { formatDateOfBirth } from '@/lib/calendar'
import { formatOrganizationNumber } from '@/lib/customers/format/organization-number'
import { valueWord } from '@/lib/customers/format/value-word'
import type { Customer } from '@/lib/customers/model/customer'
import { displayName, personName } from '@/lib/customers/model/display-name'
import type { Messages } from '@/lib/messages/messages'
import { formatDateTime, parseInstant, zoneName } from '@/lib/time'

/** The facts of a record as words, for texts and files that are not on a screen. */

export type RecordWords = { t: Messages; locale: string; zone: string; formatPhone: (e164: string) => string }
/** A fact; without a value it is left out. */
export type Fact = [label: string, value: string | undefined]

/** `21 Nov 2025 09:31:05 CET`; a text that is no date as it was sent. */
export function formatMoment(iso: string | undefined, { locale, zone }: Omit<RecordWords, 't' | 'formatPhone'>) {
  return iso && parseInstant(iso) ? `${formatDateTime(iso, locale, zone)} ${zoneName(iso, locale, zone)}` : iso
}

/** How to reach a customer, and who it is. */
export function overviewFacts(customer: Customer, words: RecordWords): Fact[] {
  const { t, locale, formatPhone } = words
  const { email, phone_number, date_of_birth, enrolled_by, term } = customer
  const person = personName(customer)
  return [
    [t.record.phone, phone_number && formatPhone(phone_number)],
    [t.record.email, email],
    [t.record.person, person === displayName(customer) ? undefined : person],
    [t.record.dateOfBirth, date_of_birth && formatDateOfBirth(date_of_birth, locale)],
    [t.record.customerId, customer.customer_id],
    [t.record.id, customer.id],
    [t.record.type, t.types[customer.type]],
    [t.record.gender, valueWord('gender', customer.gender, t)],
    [t.record.status, valueWord('status', customer.status, t)],
    [t.record.favouriteStore, customer.favorite_store],
    [
      t.record.enrolledBy,
      [valueWord('enrolled_by', enrolled_by?.type, t), enrolled_by?.value].filter(Boolean).join(' '),
    ],
    [t.record.terms, formatMoment(term?.accepted_at, words)],
    [t.record.created, formatMoment(customer.created_at, words)],
    [t.record.updated, formatMoment(customer.updated_at, words)],
    [t.record.deleted, formatMoment(customer.deleted_at, words)],
  ]
}

/** What a company is. */
export function companyFacts({ company: given = {} }: Customer, { t }: RecordWords): Fact[] {
  const number = given.organization_number
  return [
    [t.record.businessName, given.business_name],
    [t.record.organizationNumber, number && formatOrganizationNumber(number)],
    [t.record.department, given.department],
    [t.record.industry, given.industry],
    [t.record.employees, given.number_of_employees],
    [t.record.website, given.website],
  ]
}

/** The attributes of a customer under their own names. */
export const attributeFacts = ({ attributes: given = {} }: Customer): Fact[] =>
  Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
