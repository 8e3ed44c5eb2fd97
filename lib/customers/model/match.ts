import type { Customer } from '@/lib/customers/model/customer'
import { displayName, namesOf } from '@/lib/customers/model/display-name'

/** Where the searched text stands in what a row shows. */
export type Match = { field: 'name' | 'phone' | 'customer_id' | 'email'; start: number; length: number }

const startsWith = (text: string | undefined, search: string) => text?.toLowerCase().startsWith(search) ?? false

/**
 * The first place of a row that explains why it was found: `search` matches the beginning of a first name, last name,
 * company name, phone (with or without `+`), `customer_id` or email (contract). Null where the row shows none.
 */
export function matchOf(customer: Customer, searchText: string | null): Match | null {
  const search = searchText?.trim().toLowerCase() ?? ''
  if (search === '') return null
  const name = displayName(customer)
  for (const part of namesOf(customer)) {
    if (!startsWith(part, search)) continue
    const at = name.indexOf(part)
    if (at >= 0) return { field: 'name', start: at, length: search.length }
  }
  if (startsWith(customer.customer_id, search)) return { field: 'customer_id', start: 0, length: search.length }
  if (startsWith(customer.email, search)) return { field: 'email', start: 0, length: search.length }
  const digits = search.replace(/^\+/, '')
  if (startsWith(customer.phone_number?.replace(/^\+/, ''), digits))
    return { field: 'phone', start: 0, length: digits.length }
  return null
}

/** How many characters of a written phone hold its first `digits` digits: `+47 912` for five. */
export function writtenLength(written: string, digits: number): number {
  let seen = 0
  for (let index = 0; index < written.length; index += 1) {
    if (/\d/.test(written.charAt(index))) seen += 1
    if (seen === digits) return index + 1
  }
  return written.length
}
