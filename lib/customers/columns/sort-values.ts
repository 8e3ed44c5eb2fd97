import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import { valueWord } from '@/lib/customers/format/value-word'
import { valuesOf } from '@/lib/customers/model/attributes'
import { type ConsentAnswer, consentOf } from '@/lib/customers/model/consent'
import type { AttributeSetting, Customer } from '@/lib/customers/model/customer'
import { displayName, isTombstone } from '@/lib/customers/model/display-name'
import type { Messages } from '@/lib/messages/messages'
import { parseInstant } from '@/lib/time'

/** By what the rows of a column are sorted: words by letters, amounts and times by size; undefined where there is none. */
export type SortValue = string | number | undefined

const answerRanks: Record<ConsentAnswer, number> = { yes: 0, no: 1, never: 2 }
const rankOf = (customer: Customer, channel: string) => answerRanks[consentOf(customer, channel).answer]

const timeOf = (iso: string | undefined) => parseInstant(iso)?.getTime() ?? iso

function attributeValue(value: unknown, type: AttributeSetting['type'] | undefined): SortValue {
  const [first] = valuesOf(value)
  if (first === undefined || first === null) return undefined
  if (typeof first === 'boolean') return first ? 0 : 1
  if (typeof first === 'number') return first
  if (typeof first !== 'string') return JSON.stringify(first)
  return type === 'date' || type === 'date-time' ? timeOf(first) : first
}

function rawValue(id: string, customer: Customer, settings: readonly AttributeSetting[], t: Messages): SortValue {
  const extra = parseExtraColumn(id)
  if (extra?.kind === 'consent') return isTombstone(customer) ? undefined : rankOf(customer, extra.name)
  if (extra) {
    const { attributes = {} } = customer
    const value = Object.hasOwn(attributes, extra.name) ? attributes[extra.name] : undefined
    return attributeValue(value, settings.find(({ name }) => name === extra.name)?.type)
  }
  switch (id) {
    case 'name':
      return displayName(customer)
    case 'customer_id':
      return customer.customer_id
    case 'type':
      return t.types[customer.type]
    case 'email':
      return customer.email
    case 'phone':
      return customer.phone_number
    case 'status':
      return valueWord('status', customer.status, t)
    case 'store':
      return customer.favorite_store
    case 'consent':
      return isTombstone(customer) ? undefined : rankOf(customer, 'sms') * 3 + rankOf(customer, 'email')
    case 'place':
      return customer.addresses?.[0]?.postal_place
    case 'created':
      return timeOf(customer.created_at)
    case 'updated':
      return timeOf(customer.updated_at)
    case 'deleted':
      return timeOf(customer.deleted_at)
    default:
      return undefined
  }
}

/** The value by which a column sorts a customer; undefined for an empty one, which comes last in either direction. */
export function sortValue(
  id: string,
  customer: Customer,
  settings: readonly AttributeSetting[],
  t: Messages,
): SortValue {
  const value = rawValue(id, customer, settings, t)
  return typeof value === 'string' && value.trim() === '' ? undefined : value
}

/** Norwegian order in every language of the screen, since the names are Norwegian: å after ø after æ, and `aa` as å. */
const collator = new Intl.Collator('nb', { numeric: true })

/** Compares two values of a column; amounts before words, where a column holds both. */
export function compareSortValues(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b)
  return typeof a === 'number' ? -1 : 1
}
