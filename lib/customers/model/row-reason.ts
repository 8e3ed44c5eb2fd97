import type { Customer, CustomerType } from '@/lib/customers/model/customer'
import { displayName, searchableNames } from '@/lib/customers/model/display-name'
import { maskText } from '@/lib/customers/model/masked'
import { beginsOne, matchesAllWords, wordsOf } from '@/lib/customers/model/match'

/** Why a row is in the list, where its cells do not show it; computed from the rows of the page. */
export type RowReason =
  | { kind: 'through_contact'; name: string }
  | { kind: 'contact_of'; count: number }
  | { kind: 'email_also_on'; types: CustomerType[] }
  | { kind: 'also_named'; name: string }
  | { kind: 'through_some_contact' }
  | { kind: 'changed' }

/**
 * The reason to show after each name of a page, by `customer_id`: a matched contact that is linked to the customer, how
 * many customers a contact is linked to, or an email that a customer of another type has too (it is unique only within a
 * type, contract). `moreContacts` are matched contacts from other pages.
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
    // Two masked emails are equal, and that means nothing.
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

/** A name of the customer that begins with the search, or with a word of it, and that the row does not show; or null. */
export function hiddenName(customer: Customer, search: string): string | null {
  const names = searchableNames(customer)
  const whole = names.find((name) => name.toLowerCase().startsWith(search.trim().toLowerCase()))
  if (whole !== undefined) return whole
  const words = wordsOf(search)
  if (words.length < 2 || !matchesAllWords(customer, words)) return null
  const shown = [displayName(customer), customer.customer_id, customer.email ?? '']
  const unseen = words.filter((word) => !shown.some((text) => beginsOne(text, word)))
  return names.find((name) => unseen.some((word) => beginsOne(name, word))) ?? null
}
