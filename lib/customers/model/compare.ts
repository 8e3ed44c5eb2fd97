import type { Customer } from '@/lib/customers/model/customer'
import { displayName } from '@/lib/customers/model/display-name'

/** The properties that show whether two records are of one person. */
export type ComparedProperty =
  | 'name'
  | 'type'
  | 'customer_id'
  | 'email'
  | 'phone_number'
  | 'date_of_birth'
  | 'place'
  | 'status'
  | 'created_at'

const read: Record<ComparedProperty, (customer: Customer) => string | undefined> = {
  name: (customer) => displayName(customer) || undefined,
  type: ({ type }) => type,
  customer_id: ({ customer_id }) => customer_id,
  email: ({ email }) => email,
  phone_number: ({ phone_number }) => phone_number,
  date_of_birth: ({ date_of_birth }) => date_of_birth,
  place: ({ addresses }) => addresses?.find(({ postal_place }) => postal_place?.trim())?.postal_place,
  status: ({ status }) => status,
  created_at: ({ created_at }) => created_at,
}

/** These differ in any two records, so a difference means nothing. */
const alwaysDiffer = new Set<ComparedProperty>(['customer_id', 'created_at'])

export type ComparedRow = { property: ComparedProperty; values: { text: string; differs: boolean }[] }

/**
 * Customers side by side, each compared with the first: a value differs where both have one and the two are not equal,
 * whatever their case.
 */
export function compareCustomers(first: Customer, others: readonly Customer[]): ComparedRow[] {
  const rows = (Object.keys(read) as ComparedProperty[]).map((property): ComparedRow => {
    const own = read[property](first)?.trim() ?? ''
    const values = [first, ...others].map((customer) => {
      const text = read[property](customer)?.trim() ?? ''
      const isOther = text !== '' && own !== '' && text.toLowerCase() !== own.toLowerCase()
      return { text, differs: isOther && !alwaysDiffer.has(property) }
    })
    return { property, values }
  })
  return rows.filter(({ values }) => values.some(({ text }) => text !== ''))
}
