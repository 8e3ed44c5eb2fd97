import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import { consentRank } from '@/lib/customers/columns/consent-values'
import { productColumn } from '@/lib/customers/columns/product-columns'
import { valuesOf } from '@/lib/customers/model/attributes'
import type { AttributeSetting, Customer } from '@/lib/customers/model/customer'
import type { Messages } from '@/lib/messages/messages'
import { parseInstant } from '@/lib/time'

/** By what the rows of a column are sorted: words by letters, amounts and times by size; undefined where there is none. */
export type SortValue = string | number | undefined

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
  if (extra?.kind === 'consent') return consentRank(customer, extra.name)
  if (extra) {
    const { attributes = {} } = customer
    const value = Object.hasOwn(attributes, extra.name) ? attributes[extra.name] : undefined
    return attributeValue(value, settings.find(({ name }) => name === extra.name)?.type)
  }
  const column = productColumn(id)
  if (column?.rank) return column.rank(customer)
  const value = column?.value(customer, t)
  return column?.isInstant ? timeOf(value) : value
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
