import { jsonParts } from '@/lib/customers/format/json-parts'
import type { Address, Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'

type Rule = 'shown' | 'masked'
/** The rule of a value, the rules of an object's properties, or, in brackets, the rule of each item of a list. */
type Rules = Rule | 'attributes' | { [property: string]: Rules } | readonly [Rules]

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
 * What a person without `contact:read` sees of each property: a new property does not compile until it has a rule here.
 * An attribute is shown where the account declares it as not private, which means that the
 * customers themselves may see it; a property without a rule is masked.
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
  addresses: [address],
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

/** The attributes that are shown: those that the account declares as not private. */
export type ShownAttributes = ReadonlySet<string>

/** The rules one step further in. */
function inside(rules: Rules, step: string, shown: ShownAttributes): Rules {
  if (rules === 'attributes') return shown.has(step) ? 'shown' : 'masked'
  if (typeof rules === 'string') return rules
  if (isList(rules)) return rules[0]
  return (Object.hasOwn(rules, step) ? rules[step] : undefined) ?? 'masked'
}

const isList = (rules: object): rules is readonly [Rules] => Array.isArray(rules)

/** Whether the value at a path of a customer is shown or masked; `mixed` where its parts differ. */
export function visibilityAt(path: readonly string[], shown: ShownAttributes): Rule | 'mixed' {
  const rules = path.reduce<Rules>((outer, step) => inside(outer, step, shown), customerMask)
  return rules === 'shown' || rules === 'masked' ? rules : 'mixed'
}

/** A masked copy of a JSON value, by the rules of a customer or by `rules`. Null reveals nothing, so it stays. */
export function maskValue(value: unknown, shown: ShownAttributes, rules: Rules = customerMask): unknown {
  if (value === null || rules === 'shown') return value
  if (rules === 'masked' || typeof value !== 'object') return maskText
  if (Array.isArray(value)) return value.map((one, at) => maskValue(one, shown, inside(rules, String(at), shown)))
  // A loop is twice as fast as `Object.entries` and back, and a page has 4,000 values.
  const given = value as { [name: string]: unknown }
  const masked: { [name: string]: unknown } = {}
  for (const name of Object.keys(given)) {
    const seen = maskValue(given[name], shown, inside(rules, name, shown))
    // Assigning to this name would change the prototype.
    if (name === '__proto__') Object.defineProperty(masked, name, { value: seen, enumerable: true })
    else masked[name] = seen
  }
  return masked
}

/** A masked customer. It stays a valid `Customer`: coordinates are omitted, and metadata becomes one masked entry. */
export function maskCustomer(customer: Customer, shown: ShownAttributes): Customer {
  const { metadata, addresses, ...rest } = maskValue(customer, shown) as Customer
  return {
    ...rest,
    ...(addresses && { addresses: addresses.map(({ latitude: _, longitude: __, ...lines }) => lines) }),
    ...(metadata && { metadata: { [maskText]: maskText } }),
  }
}

/**
 * The JSON text of a customer with masked values replaced; all else stays as it is, numbers and white space included.
 * Takes text that parses as JSON.
 */
export function maskJson(text: string, shown: ShownAttributes): string {
  const found = jsonParts(text)
  const masked: { start: number; end: number }[] = []
  let at = 0
  const take = () => found[at++] ?? { part: '', start: text.length, end: text.length }

  /** Consumes one value and returns where it ends. */
  const readValue = (path: readonly string[]): number => {
    const { part, start, end } = take()
    const visibility = visibilityAt(path, shown)
    const isContainer = part === '{' || part === '['
    const valueEnd = !isContainer ? end : visibility === 'mixed' ? readInside(part, path) : skipContainer()
    if ((visibility === 'masked' || (visibility === 'mixed' && !isContainer)) && part !== 'null')
      masked.push({ start, end: valueEnd })
    return valueEnd
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
  /** Consumes an object or list that is shown or masked as a whole. */
  const skipContainer = (): number => {
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
