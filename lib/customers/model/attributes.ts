import { isCalendarDate } from '@/lib/calendar'
import type { AttributeSetting, Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'
import { parseInstant } from '@/lib/time'

/** An attribute of a customer beside what the account has declared of it. */
export type Attribute = {
  name: string
  /** Null where the account has declared no such attribute. */
  declared: AttributeSetting | null
  value: unknown
  /** Whether each of its values is of the declared type; true for what is not declared. */
  holds: boolean
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

/** The values of an attribute one by one: those of a list, else the one. */
export const valuesOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

function holds(value: unknown, { type, multiple_values }: AttributeSetting): boolean {
  if (value === null || value === maskText) return true
  if (Array.isArray(value) && !multiple_values) return false
  return valuesOf(value).every(checks[type])
}

/** The attributes of a customer: those that the account declares in its order, then the others as Dintero sent them. */
export function attributesOf({ attributes = {} }: Customer, settings: readonly AttributeSetting[]): Attribute[] {
  const has = ({ name }: AttributeSetting) => Object.hasOwn(attributes, name)
  const declared = settings.filter(has).map((setting): Attribute => {
    const value = attributes[setting.name]
    return { name: setting.name, declared: setting, value, holds: holds(value, setting) }
  })
  const names = new Set(settings.map(({ name }) => name))
  const others = Object.entries(attributes).filter(([name]) => !names.has(name))
  return [...declared, ...others.map(([name, value]) => ({ name, declared: null, value, holds: true }))]
}

/** How Dintero compares a value of an attribute: as the text of its scalar (contract, "Assumed"); null for no scalar. */
export function attributeText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}
