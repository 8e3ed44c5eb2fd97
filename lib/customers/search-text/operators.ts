import { fromPairs, toPairs } from '@/lib/customers/filters/attribute-pairs'
import { customerFilters, type ListFilters, maxAttributes } from '@/lib/customers/filters/customer-query'
import { customerTypeFilters } from '@/lib/customers/filters/customer-type-filter'
import type { AttributeSetting } from '@/lib/customers/model/customer'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { uuidPattern } from '@/lib/customers/model/uuid'
import { nearest } from '@/lib/customers/search-text/nearest'
import type { Problem } from '@/lib/customers/search-text/problem'
import { recogniseEmail } from '@/lib/customers/search-text/recognise'
import { recognisePhone } from '@/lib/customers/search-text/recognise-phone'
import { parseSince } from '@/lib/customers/search-text/since'
import { type Piece, splitPair, textOf } from '@/lib/customers/search-text/split-text'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/** The filters that the operators of a text set, and the record that `id:` names. */
export type ParsedOperators = {
  filters: Partial<ListFilters>
  record?: string
}

export type ValueProblem = Pick<Problem, 'kind'> & Partial<Pick<Problem, 'value' | 'expected'>>
type Operator = (parsed: ParsedOperators, pieces: Piece[], vocabulary: Vocabulary) => ValueProblem | null

const allQuoted = (pieces: readonly Piece[]) => pieces.every(({ isQuoted }) => isQuoted)

const valueForms: Partial<Record<AttributeSetting['type'], { form: RegExp; expected: string }>> = {
  integer: { form: /^[+-]?\d+$/, expected: '12' },
  real: { form: /^[+-]?\d+(\.\d+)?$/, expected: '12.5' },
  boolean: { form: /^(true|false)$/, expected: 'true' },
  date: { form: /^\d{4}-\d\d-\d\d$/, expected: '2026-01-31' },
  'date-time': { form: /^\d{4}-\d\d-\d\dT\d\d:\d\d/, expected: '2026-01-31T08:00:00Z' },
  email: { form: /^\S+@\S+$/, expected: 'kari@example.no' },
}

/** A value of this type as it is written, for who wrote another. */
export const attributeExample = ({ type }: AttributeSetting): string =>
  type === 'phonenumber' ? '+4799999999' : (valueForms[type]?.expected ?? '')

/** The value of a declared attribute as Dintero compares it: telephones in E.164, the rest as typed. Null breaks the type. */
export function attributeValue(value: string, { type }: AttributeSetting, phoneCountry: string): string | null {
  if (type === 'phonenumber') return recognisePhone(value, phoneCountry)
  return valueForms[type]?.form.test(value) === false ? null : value
}

const readAttribute: Operator = (parsed, pieces, { attributes, phoneCountry }) => {
  const pair = splitPair(pieces)
  const name = textOf(pair.name)
  const value = pair.value === null ? null : textOf(pair.value)
  if (name === '' || value === '') return { kind: 'no_value', value: 'attr:', expected: ['attr:club=gold'] }
  if (name.includes(',') || value?.includes(',')) return { kind: 'comma' }
  if (value !== null && isPaymentCardNumber(value)) return { kind: 'payment_card' }
  if (name.length > 255 || (value?.length ?? 0) > 255) return { kind: 'too_long', expected: ['255'] }
  const pairs = toPairs(parsed.filters)
  if (pairs.length >= maxAttributes) return { kind: 'too_many_attributes' }
  const declared = attributes?.find((one) => one.name === name)
  if (attributes && !declared && !allQuoted(pair.name))
    return {
      kind: 'unknown_attribute',
      value: name,
      expected: nearest(
        name,
        attributes.map((one) => one.name),
      ),
    }
  const isBare = value !== null && declared !== undefined && !allQuoted(pair.value ?? [])
  const read = isBare ? attributeValue(value, declared, phoneCountry) : value
  if (isBare && read === null) {
    return { kind: 'attribute_type', value, expected: [attributeExample(declared)] }
  }
  Object.assign(parsed.filters, fromPairs([...pairs, { name, value: read }]))
  return null
}

const readTag: Operator = (parsed, pieces, { tags }) => {
  const text = textOf(pieces)
  const named = tags?.filter(({ tag }) => tag.toLowerCase() === text.toLowerCase()) ?? []
  const exact = named.filter(({ tag }) => tag === text)
  const meant = exact.length > 0 ? exact : named
  if (meant.length > 1) return { kind: 'ambiguous_tag', value: text, expected: meant.map(({ id }) => `tag:${id}`) }
  const id = meant[0]?.id ?? (uuidPattern.test(text) ? text : null)
  if (id !== null) {
    parsed.filters.tag_id = id
    return null
  }
  if (tags === null) return { kind: 'tags_unknown', value: text }
  return {
    kind: 'unknown_tag',
    value: text,
    expected: nearest(
      text,
      tags.map(({ tag }) => tag),
    ),
  }
}

/** A value of the one or the other form, told with what would be right. */
const choice = <T extends string>(pieces: readonly Piece[], choices: readonly T[]): T | ValueProblem => {
  const text = textOf(pieces)
  const chosen = choices.find((one) => one === text.toLowerCase())
  return chosen ?? { kind: 'invalid', value: text, expected: [...choices] }
}

/** Every operator, by its name: it writes down what it says, or gives what is wrong with its value. */
export const operators: Record<string, Operator> = {
  type(parsed, pieces) {
    const type = choice(pieces, customerTypeFilters)
    if (typeof type === 'object') return type
    parsed.filters.type = type
    return null
  },
  tag: readTag,
  email(parsed, pieces) {
    const text = textOf(pieces)
    const email = recogniseEmail(text) ?? customerFilters.email.parse([text])
    if (isPaymentCardNumber(text)) return { kind: 'payment_card' }
    if (email === null) return { kind: 'invalid', value: text, expected: ['kari@example.no'] }
    parsed.filters.email = allQuoted(pieces) ? (customerFilters.email.parse([text]) ?? email) : email
    return null
  },
  phone(parsed, pieces, { phoneCountry }) {
    const text = textOf(pieces)
    if (isPaymentCardNumber(text)) return { kind: 'payment_card' }
    // In quotes a number stands for itself: Dintero holds some without their plus.
    const exact = allQuoted(pieces) ? customerFilters.phone_number.parse([text]) : null
    const phone_number = exact ?? recognisePhone(text, phoneCountry)
    if (phone_number === null) return { kind: 'not_a_phone', value: text }
    parsed.filters.phone_number = phone_number
    return null
  },
  id(parsed, pieces) {
    const text = textOf(pieces)
    if (text.length > 255) return { kind: 'too_long', expected: ['255'] }
    parsed.record = text
    return null
  },
  token(parsed, pieces) {
    const { name, value } = splitPair(pieces)
    const [type, wanted] = [textOf(name), value === null ? '' : textOf(value)]
    if (type === '' && wanted === '')
      return { kind: 'no_value', value: 'token:', expected: ['token:membership_card=2400000000214907'] }
    if (type.length > 255 || wanted.length > 1000) return { kind: 'too_long', expected: ['255'] }
    parsed.filters.token_type = type || null
    parsed.filters.token_value = wanted || null
    return null
  },
  attr: readAttribute,
  since(parsed, pieces, { zone, now }) {
    const text = textOf(pieces)
    if (text.includes('..')) return { kind: 'not_offered', value: 'range' }
    const instant = parseSince(text, zone, now)
    if (instant === null) return { kind: 'invalid', value: text, expected: ['7d', '2026-01-31', '2026-01-31T08:00'] }
    parsed.filters.since_datetime = instant
    return null
  },
  deleted(parsed, pieces) {
    const deleted = choice(pieces, ['yes', 'no', 'only'] as const)
    if (typeof deleted === 'object') return deleted
    parsed.filters.include_deleted = deleted === 'yes'
    parsed.filters.only = deleted === 'only' ? 'deleted' : null
    return null
  },
}

export const operatorNames = Object.keys(operators)
