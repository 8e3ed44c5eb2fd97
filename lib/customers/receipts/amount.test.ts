import { describe, expect, it } from 'vitest'
import { formatAmount, formatPercent } from '@/lib/customers/receipts/amount'
import { en } from '@/lib/messages/en'
import { nb } from '@/lib/messages/nb'

/** Intl puts spaces of several kinds between a number and its currency. */
const plain = (text: string) => text.replace(/\s/g, ' ').replace('\u2212', '-')

describe('an amount', () => {
  it.each([
    [129_900, 'NOK', 'NOK 1,299.00', '1 299,00 kr'],
    [-29_900, 'NOK', '-NOK 299.00', '-299,00 kr'],
    [0, 'NOK', 'NOK 0.00', '0,00 kr'],
    [1, 'NOK', 'NOK 0.01', '0,01 kr'],
    [1_000_000_000_001, 'NOK', 'NOK 10,000,000,000.01', '10 000 000 000,01 kr'],
    [12_800, 'JPY', 'JP¥12,800', '12 800 JPY'],
    [12_345, 'KWD', 'KWD 12.345', '12,345 KWD'],
    [4_999, ' eur ', '€49.99', '49,99 €'],
  ])('of %i in %s is written as the language does', (amount, currency, english, norwegian) => {
    expect(plain(formatAmount(amount, currency, en, 'en'))).toBe(english)
    expect(plain(formatAmount(amount, currency, nb, 'nb'))).toBe(norwegian)
  })

  it('in a currency that nobody knows is a number of minor units', () => {
    expect(formatAmount(24_900, 'QQQ', en, 'en')).toBe('24,900 QQQ in the smallest unit of an unknown currency')
    expect(formatAmount(24_900, undefined, en, 'en')).toBe('24,900 in the smallest unit of an unknown currency')
    expect(formatAmount(24_900, '<b>', en, 'en')).toContain('24,900 <b>')
  })

  it('that is text is shown as it was sent, and a missing one is nothing', () => {
    expect(formatAmount('gratis', 'NOK', en, 'en')).toBe('gratis')
    expect(formatAmount(undefined, 'NOK', en, 'en')).toBe('')
  })
})

it('a percentage is written as the language does', () => {
  expect([formatPercent(25, 'en'), plain(formatPercent(12.5, 'nb'))]).toEqual(['25%', '12,5 %'])
})
