import type { Address, Customer } from '@/lib/customers/customer'
import { jsonParts } from '@/lib/customers/json-parts'
import { maskText } from '@/lib/customers/masked'

type Rule = 'shown' | 'masked'
type Rules = Rule | 'attributes' | { [property: string]: Rule }

const address = {
  postal_place: 'shown',
  country: 'shown',
  address_line: 'masked',
  address_line_2: 'masked',
  postal_code: 'masked',
  latitude: 'masked',
  longitude: 'masked',
  type: 'masked',
  custom_type: 'masked',
  comment: 'masked',
} as const satisfies Record<keyof Address, Rule>

/**
 * What a person who may not see contact data gets of each property: a new one does not compile until it is decided here.
 * An attribute is shown where the account declares it and does not call it private; what is not named here is masked.
 */
const customerMask = {
  id: 'shown',
  customer_id: 'shown',
  type: 'shown',
  first_name: 'shown',
  last_name: 'shown',
  email: 'masked',
  phone_number: 'masked',
  gender: 'masked',
  date_of_birth: 'masked',
  status: 'shown',
  favorite_store: 'shown',
  enrolled_by: { type: 'shown', value: 'masked' },
  marketing_consent: 'shown',
  addresses: address,
  term: 'shown',
  company: 'shown',
  contact_for: 'shown',
  attributes: 'attributes',
  metadata: 'masked',
  created_at: 'shown',
  created_by: 'shown',
  updated_at: 'shown',
  deleted_at: 'shown',
  deleted_by: 'shown',
} as const satisfies Record<keyof Customer, Rules>

/** Which attributes are shown: those that the account declares and does not call private. */
export type ShownAttributes = ReadonlySet<string>

/** What is seen of the value at a path of a customer, in Dintero's names or ours: all, nothing, or it depends on what is in it. */
export function seenAt(path: readonly string[], shown: ShownAttributes): Rule | 'mixed' {
  const property = path[0]
  if (property === undefined) return 'mixed'
  const rules: Rules = Object.hasOwn(customerMask, property)
    ? customerMask[property as keyof typeof customerMask]
    : 'masked'
  if (typeof rules === 'string' && rules !== 'attributes') return rules
  // Addresses are a list: what decides stands one step further in.
  const inner = property === 'addresses' ? path[2] : path[1]
  if (inner === undefined) return 'mixed'
  if (rules === 'attributes') return shown.has(inner) ? 'shown' : 'masked'
  return (Object.hasOwn(rules, inner) ? rules[inner] : undefined) ?? 'masked'
}

/** A JSON value of a customer as such a person gets it; null tells nothing, and stays. */
export function maskValue(value: unknown, path: readonly string[], shown: ShownAttributes): unknown {
  const seen = seenAt(path, shown)
  if (value === null || seen === 'shown') return value
  if (seen === 'masked' || typeof value !== 'object') return maskText
  if (Array.isArray(value)) return value.map((one, at) => maskValue(one, [...path, String(at)], shown))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, maskValue(one, [...path, name], shown)]))
}

/** A customer as such a person gets it. Types hold: a place on the map is left out, and metadata is one masked entry. */
export function maskCustomer(customer: Customer, shown: ShownAttributes): Customer {
  const { metadata, addresses, ...rest } = maskValue(customer, [], shown) as Customer
  return {
    ...rest,
    ...(addresses && { addresses: addresses.map(({ latitude: _, longitude: __, ...lines }) => lines) }),
    ...(metadata && { metadata: { [maskText]: maskText } }),
  }
}

/**
 * The JSON text of a customer as such a person gets it: each masked value is written anew, and all else stays as it came,
 * numbers and white space too. Takes text that parses as JSON.
 */
export function maskJson(text: string, shown: ShownAttributes): string {
  const found = jsonParts(text)
  const masked: { start: number; end: number }[] = []
  let at = 0
  const take = () => found[at++] ?? { part: '', start: text.length, end: text.length }

  /** Passes over one value, and gives where it ends. */
  const readValue = (path: readonly string[]): number => {
    const { part, start, end } = take()
    const seen = seenAt(path, shown)
    const isContainer = part === '{' || part === '['
    const ends = !isContainer ? end : seen === 'mixed' ? readInside(part, path) : passOver()
    if ((seen === 'masked' || (seen === 'mixed' && !isContainer)) && part !== 'null') masked.push({ start, end: ends })
    return ends
  }
  const readInside = (opening: string, path: readonly string[]): number => {
    const closing = opening === '{' ? '}' : ']'
    for (let index = 0; at < found.length; index++) {
      if (found[at]?.part === closing) return take().end
      let step = String(index)
      if (opening === '{') {
        step = String(JSON.parse(take().part))
        take()
      }
      readValue([...path, step])
      if (found[at]?.part === ',') take()
    }
    return text.length
  }
  /** Within what is shown or masked as a whole nothing is decided any more, however deep it is nested. */
  const passOver = (): number => {
    for (let open = 1; at < found.length; ) {
      const { part, end } = take()
      if (part === '{' || part === '[') open++
      if (part === '}' || part === ']') open--
      if (open === 0) return end
    }
    return text.length
  }
  readValue([])

  let written = ''
  let from = 0
  for (const { start, end } of masked.toSorted((a, b) => a.start - b.start)) {
    written += `${text.slice(from, start)}"${maskText}"`
    from = end
  }
  return written + text.slice(from)
}
