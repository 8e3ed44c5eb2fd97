/**
 * A simple, slow implementation of the contract's collection over arrays, independent of the sandbox's queries. Tests
 * compare the two.
 */
import type { Customer, CustomerRecord } from './customer'

export type ReferenceQuery = {
  search?: string
  email?: string
  phone_number?: string
  type?: string
  tag_id?: string
  token_type?: string
  token_value?: string
  attributes_keys?: string[]
  attributes_values?: string[]
  include_deleted?: boolean
  since_datetime?: string
  limit?: number
  starting_after?: string
}

/** The `customer_id`s of all customers that match a query, in order, and of the requested page. */
export function referenceAnswer(
  all: readonly CustomerRecord[],
  query: ReferenceQuery,
): { ids: string[]; page: string[] } {
  const matched = new Set(all.filter((record) => meetsFilters(record, query) && meetsOtherCriteria(record, query)))
  const linkedIds = new Set<string>()
  if (query.type === 'contact' || query.type === 'any') {
    for (const { customer } of matched) {
      if (customer.type === 'contact')
        for (const { customer_id } of customer.contact_for ?? []) linkedIds.add(customer_id)
    }
  }
  const found = all.filter(
    (record) => matched.has(record) || (linkedIds.has(record.customer.customer_id) && meetsFilters(record, query)),
  )
  found.sort(({ customer: a }, { customer: b }) =>
    query.since_datetime === undefined
      ? compare(micro(b.created_at), micro(a.created_at)) || compare(b.id, a.id)
      : compare(changed(a), changed(b)) || compare(a.id, b.id),
  )
  const start = query.starting_after === undefined ? 0 : indexAfter(all, found, query.starting_after)
  const ids = found.map(({ customer }) => customer.customer_id)
  return { ids, page: ids.slice(start, start + (query.limit ?? 10)) }
}

/** The index of the first result after the cursor. The customer of the cursor need not match the query itself. */
function indexAfter(all: readonly CustomerRecord[], found: readonly CustomerRecord[], cursor: string): number {
  const at = all.find(({ customer }) => customer.id === cursor)?.customer
  if (!at) return 0
  const next = found.findIndex(
    ({ customer }) =>
      compare(micro(customer.created_at), micro(at.created_at)) < 0 ||
      (micro(customer.created_at) === micro(at.created_at) && customer.id < at.id),
  )
  return next === -1 ? found.length : next
}

function meetsFilters({ customer, tags }: CustomerRecord, query: ReferenceQuery): boolean {
  if (customer.deleted_at && !query.include_deleted) return false
  if (query.tag_id && !tags.includes(query.tag_id)) return false
  if (query.since_datetime && changed(customer) < micro(query.since_datetime)) return false
  return (query.attributes_keys ?? []).every((key, at) => {
    if (!customer.attributes || !Object.hasOwn(customer.attributes, key)) return false
    if (query.attributes_values?.[at] === undefined) return true
    const value = customer.attributes[key]
    const candidates = Array.isArray(value) ? value : [value]
    return candidates.some(
      (one) => (one === null || typeof one !== 'object') && String(one) === query.attributes_values?.[at],
    )
  })
}

function meetsOtherCriteria({ customer, tokens }: CustomerRecord, query: ReferenceQuery): boolean {
  const lower = (text: string | null | undefined) => (text ?? '').toLowerCase()
  if (query.type === undefined && customer.type === 'contact') return false
  if (query.type !== undefined && query.type !== 'any' && customer.type !== query.type) return false
  if (query.email !== undefined && lower(customer.email) !== lower(query.email)) return false
  if (query.phone_number !== undefined && customer.phone_number !== query.phone_number) return false
  if (query.token_type !== undefined || query.token_value !== undefined) {
    const owns = tokens.some(
      ({ type, value, deleted_at }) =>
        !deleted_at && type === (query.token_type ?? type) && value === (query.token_value ?? value),
    )
    if (!owns) return false
  }
  if (query.search === undefined) return true
  const { first_name, last_name, company, phone_number, email, customer_id } = customer
  const texts = [
    first_name,
    last_name,
    company?.bussiness_name,
    phone_number,
    phone_number?.replace(/^\+/, ''),
    email,
    customer_id,
  ]
  return texts.some((text) => lower(text).startsWith(lower(query.search)))
}

function changed(customer: Customer): string {
  return micro(customer.deleted_at ?? customer.updated_at ?? customer.created_at)
}

/** An instant as text that sorts chronologically. All data is in UTC. */
function micro(instant: string): string {
  const [seconds = '', fraction = ''] = instant.replace(/Z$/, '').split('.')
  return `${seconds}.${fraction.padEnd(6, '0')}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
