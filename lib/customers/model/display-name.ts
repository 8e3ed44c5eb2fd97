import type { Customer } from '@/lib/customers/model/customer'

/** The person's name, `Kari Nordmann`, or the empty string. */
export function personName(customer: Customer): string {
  return [customer.first_name, customer.last_name].filter((part) => part?.trim()).join(' ')
}

/** The names by which Dintero's search finds a customer, each from its beginning (contract). */
export function namesOf({ company, first_name, last_name }: Customer): string[] {
  return [company?.business_name, first_name, last_name].flatMap((name) => name ?? [])
}

/** What to call a customer in a list: the company's name for companies, else the person's, else the other; or empty. */
export function displayName(customer: Customer): string {
  const company = customer.company?.business_name?.trim() ?? ''
  const person = personName(customer)
  return customer.type === 'company' ? company || person : person || company
}

/** Whether only a tombstone is left of a customer (contract: a deleted customer keeps ids, times and who). */
export function isTombstone(customer: Customer): boolean {
  return customer.deleted_at !== undefined
}
