import { calendarDateIn } from '@/lib/calendar'
import { maskText } from '@/lib/customers/model/masked'
import type { Token } from '@/lib/customers/model/record'
import type { Messages } from '@/lib/messages/messages'

type Expiry = { month: number; year: number }

/**
 * The shown parts of a payment card (contract: `metadata` may hold `mask_pan`, `exp_month` and `exp_year`). A masked expiry
 * is there and is not shown; null means that the card has none.
 */
export type PaymentCard = { lastDigits: string | null; expiry: Expiry | typeof maskText | null }

const wholeNumber = (value: unknown): number => {
  const number = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) ? number : Number.NaN
}

/** The masked number and expiry of a token that is a payment card; null for any other token. */
export function paymentCard({ metadata }: Token): PaymentCard | null {
  if (!metadata || !('mask_pan' in metadata || 'exp_month' in metadata || 'exp_year' in metadata)) return null
  const month = wholeNumber(metadata.exp_month)
  const year = wholeNumber(metadata.exp_year)
  const lastDigits = typeof metadata.mask_pan === 'string' ? /(\d{4})\s*$/.exec(metadata.mask_pan)?.[1] : undefined
  if (metadata.exp_year === maskText) return { lastDigits: lastDigits ?? null, expiry: maskText }
  const isDate = month >= 1 && month <= 12 && year >= 0
  return {
    lastDigits: lastDigits ?? null,
    expiry: isDate ? { month, year: year < 100 ? 2000 + year : year } : null,
  }
}

/** The metadata of a token for a person who sees it masked: that a card has an expiry, and nothing else of it. */
export const maskCardMetadata = (metadata: NonNullable<Token['metadata']>): NonNullable<Token['metadata']> =>
  'exp_year' in metadata ? { exp_year: maskText } : {}

/** `09/27`, as it is printed on the card. */
export const formatExpiry = ({ month, year }: Expiry): string =>
  `${String(month).padStart(2, '0')}/${String(year % 100).padStart(2, '0')}`

/** Whether a card has expired: it is valid until the last day of its month, in the reader's zone. */
export function hasExpired({ month, year }: Expiry, now: Date, zone: string): boolean {
  const today = calendarDateIn(now, zone)
  return today !== null && year * 12 + month < today.year * 12 + today.month
}

/** A value shortened to its first and last four characters; one of up to eight stays whole. */
function shortValue(value: string): string {
  const characters = [...value]
  return characters.length <= 8 ? value : `${characters.slice(0, 4).join('')}…${characters.slice(-4).join('')}`
}

/** A UUID is the longest value that a person reads aloud; a hash is longer. */
const longestWhole = 36

/**
 * The value of a token as it is read aloud: a number whole and in groups of four. A payment card has its last digits alone,
 * or where these are not known its value shortened, as a hash is. Undefined without a value.
 */
export function readableValue(token: Token): string | undefined {
  const { type, value } = token
  const card = paymentCard(token)
  if (card?.lastDigits) return `•••• •••• •••• ${card.lastDigits}`
  if (!value) return undefined
  if (card || type === 'payment_card' || [...value].length > longestWhole) return shortValue(value)
  return /^\d{6,}$/.test(value) ? value.replace(/\d{4}(?=\d)/g, '$& ') : value
}

/** The name of a type of token in the language of the screen; a type that is not known stands for itself. */
export function toTokenTypeName(type: string, t: Messages): string {
  const names: Record<string, string> = t.record.tokenTypes
  return (Object.hasOwn(names, type) ? names[type] : undefined) ?? type
}
