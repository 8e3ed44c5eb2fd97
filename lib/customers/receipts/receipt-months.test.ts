import { describe, expect, it } from 'vitest'
import type { ReceiptSummary } from '@/lib/customers/receipts/receipt'
import { formatDayAndTime, formatMonth } from '@/lib/customers/receipts/receipt-dates'
import { byMonth, isPurchase, yearSums } from '@/lib/customers/receipts/receipt-months'

const zone = 'Europe/Oslo'
const receipt = (id: string, at?: string, more: Partial<ReceiptSummary> = {}): ReceiptSummary => ({
  ...{ id, has_discount: false, currency: 'NOK', gross_amount: 10_000 },
  ...(at !== undefined && { at }),
  ...more,
})

describe('months', () => {
  it('hold their receipts newest first, in the zone of the person; what has no date comes last', () => {
    const receipts = [
      receipt('none'),
      receipt('october', '2026-10-31T22:59:00Z'),
      receipt('november', '2026-10-31T23:01:00Z'),
      receipt('future', '2031-01-01T10:00:00Z'),
      receipt('wrong', 'i går'),
      receipt('later', '2026-11-02T10:00:00Z'),
    ]
    expect(byMonth(receipts, zone).map(({ key, receipts }) => [key, ...receipts.map(({ id }) => id)])).toEqual([
      ['2031-01', 'future'],
      ['2026-11', 'later', 'november'],
      ['2026-10', 'october'],
      ['', 'none', 'wrong'],
    ])
  })

  it('are named by the language, and their days by weekday', () => {
    expect([formatMonth('2026-11', 'en'), formatMonth('2026-05', 'nb')]).toEqual(['November 2026', 'Mai 2026'])
    expect(formatDayAndTime('2026-11-20T14:58:12Z', 'en', zone)).toBe('Fri 20, 15:58')
    expect(formatDayAndTime('2026-11-20T14:58:12Z', 'nb', zone)).toBe('fre. 20., 15:58')
    expect(formatDayAndTime('i går', 'en', zone)).toBe('i går')
  })
})

describe('sums of years', () => {
  it('are by currency, newest first, with what came back taken off', () => {
    const receipts = [
      receipt('a', '2026-03-01T10:00:00Z'),
      receipt('b', '2026-02-01T10:00:00Z', { gross_amount: -3_000 }),
      receipt('c', '2026-01-01T10:00:00Z', { currency: 'SEK', gross_amount: 500 }),
      receipt('e', '2026-01-01T10:00:00Z', { currency: ' sek ', gross_amount: 250 }),
      // New Year in Oslo, an hour before it is in UTC.
      receipt('d', '2024-12-31T23:30:00Z'),
    ]
    expect(yearSums(receipts, zone)).toEqual({
      years: [
        {
          year: '2026',
          purchases: 4,
          sums: [
            { currency: 'NOK', amount: 7_000 },
            { currency: 'SEK', amount: 750 },
          ],
        },
        { year: '2025', purchases: 1, sums: [{ currency: 'NOK', amount: 10_000 }] },
      ],
      uncounted: 0,
    })
  })

  it('leave out what is no purchase, and tell what cannot be counted', () => {
    const at = '2026-03-01T10:00:00Z'
    const left = [
      receipt('training', at, { entry_status: 'Training' }),
      receipt('voided', at, { entry_status: ' VOIDED ' }),
      receipt('deleted', at, { deleted_at: at }),
    ]
    const uncounted = [receipt('text', at, { gross_amount: '100' }), receipt('none'), receipt('no amount', at, {})]
    const { gross_amount: _, ...noAmount } = uncounted[2] ?? receipt('')
    expect(left.filter(isPurchase)).toEqual([])
    expect(yearSums([...left, ...uncounted.slice(0, 2), noAmount], zone)).toEqual({ years: [], uncounted: 3 })
    expect(isPurchase(receipt('reprinted', at, { entry_status: 'Reprinted' }))).toBe(true)
  })
})
