import 'server-only'
import type { Customer, Unreadable } from '@/lib/customers/model/customer'
import type { CustomerRecord, WrongValue } from '@/lib/customers/model/record'
import { textAt } from '@/lib/server/customers/fetch/text-at'
import { isTooDeep } from '@/lib/server/nesting'
import { type WireCustomer, wireCustomer, wireProperties } from '@/lib/server/upstream/schemas'

/**
 * A customer in the format of our API, or the id of a row that breaks the contract, with the names (never the values)
 * of the wrong properties.
 */
export type ParsedCustomer = { customer: Customer } | { unreadable: Unreadable }

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> }

/** Copies an object without its null and undefined properties. */
export function omitMissing<T extends object>(value: T): Present<T> {
  const present: Present<T> = {}
  for (const key in value) {
    const property = value[key]
    if (property !== null && property !== undefined) present[key] = property
  }
  return present
}

function toConsents(consents: NonNullable<WireCustomer['marketing_consent']>): Customer['marketing_consent'] {
  const given = Object.entries(consents).filter(([, consent]) => consent)
  return Object.fromEntries(given.map(([channel, consent]) => [channel, omitMissing(consent ?? {})]))
}

/** Copies the named properties of a customer, so that no other property leaves the server. */
export function toCustomer(wire: WireCustomer): Customer {
  const { type, customer_id, company, addresses, enrolled_by, term, contact_for, marketing_consent, ...plain } = wire
  const customer: Customer = { customer_id, type, ...omitMissing(plain) }
  if (enrolled_by) customer.enrolled_by = omitMissing(enrolled_by)
  if (term) customer.term = omitMissing(term)
  if (addresses) customer.addresses = addresses.map(omitMissing)
  if (contact_for) customer.contact_for = contact_for.map(omitMissing)
  if (marketing_consent) customer.marketing_consent = toConsents(marketing_consent)
  if (company) {
    const { bussiness_name: business_name, ...rest } = company
    customer.company = omitMissing({ business_name, ...rest })
  }
  return customer
}

type Container = Record<string, unknown>
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null

/** The properties that can contain any JSON (contract). */
const jsonProperties = ['attributes', 'metadata'] as const

/** Parses one customer of an answer. */
export function parseWireCustomer(raw: unknown): ParsedCustomer {
  const parsed = wireCustomer.safeParse(raw)
  const tooDeep = parsed.success ? jsonProperties.filter((name) => isTooDeep(parsed.data[name])) : []
  if (parsed.success && tooDeep.length === 0) return { customer: toCustomer(parsed.data) }
  const fields = parsed.error?.issues.map(({ path }) => path.join('.') || 'the whole') ?? tooDeep
  const customer_id = textAt(raw, 'customer_id')
  const reason = [...new Set(fields)].slice(0, 5).join(', ')
  return { unreadable: { id: textAt(raw, 'id') ?? customer_id, customer_id, reason } }
}

/**
 * Removes a wrong value from an answer and returns it. In a list it is replaced by an empty entry, so that the others
 * keep their positions.
 */
function removeValue(answer: Container, path: readonly string[]): unknown {
  const [name = '', ...above] = path.toReversed()
  const holder = above.toReversed().reduce<unknown>((at, step) => (isContainer(at) ? at[step] : undefined), answer)
  if (!isContainer(holder)) return undefined
  const value = holder[name]
  holder[name] = Array.isArray(holder) ? {} : null
  return value
}

/**
 * Parses one customer for the record screen. Values that break the contract's types or are nested too deeply are listed in
 * `wrong`, undocumented properties in `other`, and the rest is parsed. Null for anything without a valid `customer_id`.
 */
export function parseWireRecord(raw: unknown): CustomerRecord | null {
  if (!isContainer(raw)) return null
  const isShown = ([, value]: [string, unknown]) => !isTooDeep(value)
  const shown = Object.entries(raw).filter(isShown)
  const other = Object.fromEntries(shown.filter(([name]) => !wireProperties.has(name)))
  const answer = structuredClone(Object.fromEntries(shown))
  const tooDeep = Object.entries(raw).filter((one) => !isShown(one))
  const wrong: WrongValue[] = tooDeep.map(([name]) => ({ path: [name], value: '…' }))
  let parsed = wireCustomer.safeParse(answer)
  if (!parsed.success) {
    for (const { path } of parsed.error.issues) {
      const steps = path.map(String)
      if (steps.length === 0 || steps[0] === 'customer_id') return null
      const value = removeValue(answer, steps)
      if (value !== undefined) wrong.push({ path: steps, value })
      if (steps[0] === 'type') answer.type = 'other'
    }
    parsed = wireCustomer.safeParse(answer)
  }
  return parsed.success ? { customer: toCustomer(parsed.data), other, wrong } : null
}
