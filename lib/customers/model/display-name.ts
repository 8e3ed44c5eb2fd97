import type { Customer } from '@/lib/customers/model/customer'

/** The person's name, `Kari Nordmann`, or the empty string. */
export function personName(customer: Customer): string {
  return [customer.first_name, customer.last_name].filter((part) => part?.trim()).join(' ')
}

/** The names that Dintero's search matches, each from its beginning (contract). */
export function searchableNames({ company, first_name, last_name }: Customer): string[] {
  return [company?.business_name, first_name, last_name].flatMap((name) => name ?? [])
}

/** The name of a customer in a list: a company's name for companies, else the person's, else the other one; or empty. */
export function displayName(customer: Customer): string {
  const company = customer.company?.business_name?.trim() ?? ''
  const person = personName(customer)
  return customer.type === 'company' ? company || person : person || company
}

/** Whether a customer is deleted: then only ids, times and who made the changes are left (contract). */
export function isTombstone(customer: Customer): boolean {
  return customer.deleted_at !== undefined
}
