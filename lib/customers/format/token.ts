import { calendarDateIn } from '@/lib/calendar'
import type { Token } from '@/lib/customers/model/record'

/** The shown parts of a payment card (contract: `metadata` may hold `mask_pan`, `exp_month` and `exp_year`). */
export type PaymentCard = { lastDigits: string | null; expiry: { month: number; year: number } | null }

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
  const isDate = month >= 1 && month <= 12 && year >= 0
  return {
    lastDigits: lastDigits ?? null,
    expiry: isDate ? { month, year: year < 100 ? 2000 + year : year } : null,
  }
}

/** `09/27`, as it is printed on the card. */
export const formatExpiry = ({ month, year }: { month: number; year: number }): string =>
  `${String(month).padStart(2, '0')}/${String(year % 100).padStart(2, '0')}`

/** Whether a card has expired: it is valid until the last day of its month, in the reader's zone. */
export function hasExpired({ month, year }: { month: number; year: number }, now: Date, zone: string): boolean {
  const today = calendarDateIn(now, zone)
  return today !== null && year * 12 + month < today.year * 12 + today.month
}

/** A value shortened to its first and last four characters; one of up to eight stays whole. */
export function shortValue(value: string): string {
  const characters = [...value]
  return characters.length <= 8 ? value : `${characters.slice(0, 4).join('')}…${characters.slice(-4).join('')}`
}
