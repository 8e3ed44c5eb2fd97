import type { Customer, CustomerType } from '@/lib/customers/model/customer'
import { displayName, namesOf } from '@/lib/customers/model/display-name'
import { maskText } from '@/lib/customers/model/masked'

/** What a row's other cells do not say, computed from the page in hand. */
export type RowReason =
  | { kind: 'through_contact'; name: string }
  | { kind: 'contact_of'; count: number }
  | { kind: 'email_also_on'; types: CustomerType[] }
  | { kind: 'also_named'; name: string }
  | { kind: 'through_some_contact' }

/**
 * The reason to write after each name of a page, by `customer_id`: a user whom a matched contact brought along, how many a
 * contact is linked to, or an email that stands in another type as well (unique only for each type, contract).
 * `moreContacts` are matched contacts that stand on other pages.
 */
export function rowReasons(
  customers: readonly Customer[],
  moreContacts: readonly Customer[] = [],
): Map<string, RowReason> {
  const contactOf = new Map<string, string>()
  const byEmail = new Map<string, Customer[]>()
  for (const customer of [...moreContacts, ...customers])
    for (const { customer_id } of customer.contact_for ?? [])
      if (customer_id) contactOf.set(customer_id, displayName(customer))
  for (const customer of customers) {
    const email = customer.email?.toLowerCase()
    // A mask is no email: that two are alike tells nothing.
    if (email && email !== maskText) byEmail.set(email, [...(byEmail.get(email) ?? []), customer])
  }
  const reasons = new Map<string, RowReason>()
  for (const customer of customers) {
    const through = contactOf.get(customer.customer_id)
    const sameEmail = byEmail.get(customer.email?.toLowerCase() ?? '') ?? []
    const types = [...new Set(sameEmail.map(({ type }) => type))].filter((type) => type !== customer.type)
    const count = customer.contact_for?.length ?? 0
    if (through) reasons.set(customer.customer_id, { kind: 'through_contact', name: through })
    else if (count > 0) reasons.set(customer.customer_id, { kind: 'contact_of', count })
    else if (types.length > 0) reasons.set(customer.customer_id, { kind: 'email_also_on', types })
  }
  return reasons
}

/** A name of the customer that the row does not show and that begins with what was searched, or null. */
export function hiddenName(customer: Customer, search: string): string | null {
  return namesOf(customer).find((name) => name.toLowerCase().startsWith(search.trim().toLowerCase())) ?? null
}
