import type { Customer } from '@/lib/customers/model/customer'
import { displayName, searchableNames } from '@/lib/customers/model/display-name'

/** Where a row shows the text that was searched for. */
export type Match = { field: 'name' | 'phone' | 'customer_id' | 'email'; start: number; length: number }

const startsWith = (text: string | undefined, search: string) => text?.toLowerCase().startsWith(search) ?? false

/**
 * The first part of a row that explains why the search found it: `search` matches the beginning of a first name, last
 * name, company name, phone (with or without `+`), `customer_id` or email (contract). Null where the row shows none.
 */
export function findMatch(customer: Customer, searchText: string | null): Match | null {
  const search = searchText?.trim().toLowerCase() ?? ''
  if (search === '') return null
  const name = displayName(customer)
  for (const part of searchableNames(customer)) {
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

/** How many characters of a formatted phone hold its first `digits` digits: 7 for five of `+47 912 40 318`. */
export function formattedLength(written: string, digits: number): number {
  let seen = 0
  for (let index = 0; index < written.length; index += 1) {
    if (/\d/.test(written.charAt(index))) seen += 1
    if (seen === digits) return index + 1
  }
  return written.length
}
