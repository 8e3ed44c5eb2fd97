import type { Amount } from '@/lib/customers/receipts/receipt'
import { fill, type Messages } from '@/lib/messages/messages'
import { cacheFormat } from '@/lib/time'

const moneyFormat = cacheFormat((locale, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }))
const percentFormat = cacheFormat(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }),
)

/** The currencies of ISO 4217 that this machine knows, with their minor units. */
const known = new Set(Intl.supportedValuesOf('currency'))

/** Whether an amount can be added to others: a whole number of minor units. */
export const isCountable = (amount: Amount): amount is number => typeof amount === 'number'

/** `NOK` for ` nok `; empty where there is none. */
export const currencyCode = (currency: string | undefined): string => currency?.trim().toUpperCase() ?? ''

/**
 * An amount of minor units as a language writes it: `NOK 1,299.00`, and `JPY 12,800`, which has no minor unit. Of a currency
 * that nobody knows the number of minor units is all that can be said. A text that is no amount stays as it was sent.
 */
export function formatAmount(amount: Amount, currency: string | undefined, t: Messages, locale: string): string {
  if (amount === undefined) return ''
  if (!isCountable(amount)) return amount
  const code = currencyCode(currency)
  if (!known.has(code)) {
    const shown = amount.toLocaleString(locale)
    return fill(t.purchases.inMinorUnits, { amount: code === '' ? shown : `${shown} ${currency}` })
  }
  const format = moneyFormat(locale, code)
  const { maximumFractionDigits = 0 } = format.resolvedOptions()
  return format.format(amount / 10 ** maximumFractionDigits)
}

/** `25 %`, as a language writes it. */
export const formatPercent = (percent: number, locale: string): string =>
  percentFormat(locale, '').format(percent / 100)
