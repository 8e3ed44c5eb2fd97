import { createHash } from 'node:crypto'
import type { CustomerRecord, Json } from '../customer'
import { attributeSettings } from './seed-settings'

/**
 * Other values for everything that a masked role of the app does not see, for a test that compares two accounts which
 * differ in such values alone. Ids, names, times, types and structure stay as they are.
 */

/**
 * Emails that begin as names and ids of other customers do, so that a search for these matches them too. Phones keep their country
 * and first digit: a search for these reaches the bound of the app in either account.
 */
const beginnings = ['nora', 'ola', 'kari', 'no', 'jo', 'an', 'info', 'post', 'k-1', '1', 'berg', 'han', 'nordvik']

const hidden = ['gender', 'date_of_birth', 'metadata'] as const
const shownAddressLines = new Set(['postal_place', 'country'])
const publicAttributes = new Set(attributeSettings.filter((one) => !('private' in one)).map(({ name }): string => name))
const properties = new Set([
  ...['id', 'customer_id', 'type', 'first_name', 'last_name', 'email', 'phone_number', 'status', 'favorite_store'],
  ...['enrolled_by', 'marketing_consent', 'addresses', 'term', 'company', 'contact_for', 'attributes'],
  ...['created_at', 'created_by', 'updated_at', 'deleted_at', 'deleted_by'],
])

const numberOf = (text: string) => createHash('sha256').update(text).digest().readUIntBE(0, 6)

/** Another value of the same type; what is null, empty or a list stays so. */
function otherValue(value: unknown, key: string): Json {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return `${1930 + (numberOf(key) % 70)}-02-03`
  if (typeof value === 'string') return value === '' ? '' : `other ${numberOf(key + value)}`
  if (typeof value === 'number') return (numberOf(key) % 9_000) + (Number.isInteger(value) ? 1 : 0.5)
  if (typeof value === 'boolean') return !value
  if (Array.isArray(value)) return value.map((one, at) => otherValue(one, `${key} ${at}`))
  if (typeof value === 'object' && value !== null) return otherValues(value, key, () => true)
  return null
}

/** A copy of an object in which the values of some names are others. */
function otherValues(values: object, key: string, isHidden: (name: string) => boolean): { [name: string]: Json } {
  const pairs = Object.entries(values).map(([name, value]) => [
    name,
    isHidden(name) ? otherValue(value, `${key} ${name}`) : value,
  ])
  return Object.fromEntries(pairs)
}

/** The same customer with other masked values. The same customer always gives the same values. */
export function withOtherMaskedValues({ customer, tokens, ...rest }: CustomerRecord): CustomerRecord {
  const key = customer.id
  const number = numberOf(key)
  const { email, phone_number, addresses, enrolled_by, attributes } = customer
  const isUnknown = (name: string) => !properties.has(name)
  const other = {
    ...customer,
    ...otherValues(customer, key, (name) => isUnknown(name) || hidden.some((one) => one === name)),
  }
  if (typeof email === 'string' && email !== '')
    other.email = `${beginnings[number % beginnings.length]}.${number}@other.example`
  if (typeof phone_number === 'string' && phone_number !== '')
    other.phone_number = `${phone_number.slice(0, 4)}${String(number).padEnd(9, '0').slice(0, 9)}`.slice(0, 12)
  if (Array.isArray(addresses))
    other.addresses = addresses.map((address, at) =>
      typeof address === 'object'
        ? otherValues(address, `${key} ${at}`, (name) => !shownAddressLines.has(name))
        : address,
    )
  if (enrolled_by) other.enrolled_by = { ...enrolled_by, value: `other ${number}` }
  if (typeof attributes === 'object' && attributes !== null)
    other.attributes = otherValues(attributes, key, (name) => !publicAttributes.has(name))
  return {
    ...rest,
    customer: other,
    tokens: tokens.map(({ value, metadata, ...token }) => ({
      ...token,
      value: `other ${numberOf(key + value)}`,
      ...(metadata && { metadata: otherValues(metadata, value, () => true) }),
    })),
  }
}
