import { describe, expect, it } from 'vitest'
import { receiptAnswerSchema } from '@/lib/customers/receipts/receipt'
import { toReceipt, toReceiptSummary } from '@/lib/server/customers/fetch/around/to-receipt'
import { wireReceipt, wireReceiptSummary } from '@/lib/server/upstream/receipt-schemas'

const summaryOf = (wire: object) => toReceiptSummary(wireReceiptSummary.parse({ id: 'r-1', ...wire }))
const receiptOf = (wire: object) => toReceipt(wireReceipt.parse({ id: 'r-1', ...wire }))

describe('an amount', () => {
  it.each([
    ['in øre', 129_900, 129_900],
    ['of 10¹²', 1_000_000_000_000, 1_000_000_000_000],
    ['below zero', -29_900, -29_900],
    ['of nothing', 0, 0],
    ['as text', '129900', '129900'],
    ['as other text', 'gratis', 'gratis'],
    ['that is no whole number', 1299.5, '1299.5'],
    ['beyond what a number can hold', '12345678901234567890', '12345678901234567890'],
    ['that is missing', undefined, undefined],
    ['that is null', null, undefined],
  ])('%s stays what it is', (_, sent, shown) => {
    expect(summaryOf({ gross_amount: sent }).gross_amount).toBe(shown)
    expect(receiptOf({ payments: [{ amount: sent }] }).payments[0]?.amount).toBe(shown)
  })
})

describe('a receipt of a list', () => {
  it('needs an id alone', () => {
    expect(summaryOf({})).toEqual({ id: 'r-1', has_discount: false })
    expect(wireReceiptSummary.safeParse({}).success).toBe(false)
    expect(wireReceiptSummary.safeParse({ id: 'r-1', store: 'Oslo' }).success).toBe(false)
  })

  it('counts its lines without the voided ones, and what came back by quantity or by mark', () => {
    const items = [
      { quantity: 1 },
      { quantity: -1 },
      { is_return_item: true },
      { voided: true, discount_lines: [{ amount: 1 }] },
    ]
    expect(summaryOf({ items })).toMatchObject({ lines: 3, returned: 2, voided: 1, has_discount: false })
    expect(summaryOf({ items: [{ discount_lines: [{}] }] }).has_discount).toBe(true)
    expect(summaryOf({ items: null })).not.toHaveProperty('lines')
  })

  it('is of the time when it was made where that of the purchase is missing', () => {
    expect(summaryOf({ created_at: '2026-01-01T00:00:00Z' }).at).toBe('2026-01-01T00:00:00Z')
    expect(summaryOf({ created_at: '2026-01-01T00:00:00Z', purchase_at: 'i går' }).at).toBe('i går')
  })
})

describe('a whole receipt', () => {
  it('passes on no property that is not named, and of a card its last digits alone', () => {
    const receipt = receiptOf({
      customer: { email: 'nora@example.no', token: { value: '2400000000214907' } },
      loyalty: 1,
      payments: [{ type_id: 'card', card_info: { issuer_name: 'Visa', card_number: '4925000000004417', pin: '1234' } }],
      items: [{ description: '', description_alias: 'JAKKE', extra: 'x', dimension: { color: 'Blå', size: null } }],
    })
    expect(JSON.stringify(receipt)).not.toMatch(/nora|2400|loyalty|4925|1234|"extra"/)
    expect(receipt.payments).toEqual([{ type_id: 'card', issuer_name: 'Visa', last_digits: '4417' }])
    expect(receipt.items[0]).toMatchObject({ description: 'JAKKE', dimension: ['Blå'] })
  })

  it('has empty lists where Dintero has none, and matches the schema of our API', () => {
    const receipt = receiptOf({ items: null, delivery: { address: null }, extra_info: [{ key: null, value: 'x' }] })
    expect(receipt).toMatchObject({ items: [], payments: [], tax_lines: [], discounts: [], extra_info: [] })
    expect(receiptAnswerSchema.safeParse({ receipt }).success).toBe(true)
  })
})
