import { isCalendarDate } from '@/lib/calendar'
import type { AttributeSetting, Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'
import { parseInstant } from '@/lib/time'

/** An attribute of a customer, with its declaration by the account. */
export type Attribute = {
  name: string
  /** Null where the account declares no such attribute. */
  declared: AttributeSetting | null
  value: unknown
  /** Whether each of its values is of the declared type; true for an undeclared attribute. */
  isOfType: boolean
}

const isText = (value: unknown): value is string => typeof value === 'string'

const checks: Record<AttributeSetting['type'], (value: unknown) => boolean> = {
  string: isText,
  integer: Number.isInteger,
  real: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  phonenumber: (value) => isText(value) && /^\+?\d[\d\s().-]{3,24}$/.test(value),
  email: (value) => isText(value) && /^[^\s@]+@[^\s@]+$/.test(value),
  date: (value) => isText(value) && isCalendarDate(value),
  'date-time': (value) => isText(value) && parseInstant(value) !== null,
}

/** The values of an attribute: the items of a list, else the one value. */
export const valuesOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

function isOfType(value: unknown, { type, multiple_values }: AttributeSetting): boolean {
  if (value === null || value === maskText) return true
  if (Array.isArray(value) && !multiple_values) return false
  return valuesOf(value).every(checks[type])
}

/** The attributes of a customer: the declared ones in the account's order, then the others in Dintero's. */
export function listAttributes({ attributes = {} }: Customer, settings: readonly AttributeSetting[]): Attribute[] {
  const has = ({ name }: AttributeSetting) => Object.hasOwn(attributes, name)
  const declared = settings.filter(has).map((setting): Attribute => {
    const value = attributes[setting.name]
    return { name: setting.name, declared: setting, value, isOfType: isOfType(value, setting) }
  })
  const names = new Set(settings.map(({ name }) => name))
  const others = Object.entries(attributes).filter(([name]) => !names.has(name))
  return [...declared, ...others.map(([name, value]) => ({ name, declared: null, value, isOfType: true }))]
}

/** The text by which Dintero compares a value of an attribute (contract, "Assumed"); null for a list or an object. */
export function attributeText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}
