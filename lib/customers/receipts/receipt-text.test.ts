import { expect, it } from 'vitest'
import { maskText } from '@/lib/customers/model/masked'
import type { Receipt } from '@/lib/customers/receipts/receipt'
import { maskReceipt } from '@/lib/customers/receipts/receipt-mask'
import { receiptText } from '@/lib/customers/receipts/receipt-text'
import { en } from '@/lib/messages/en'

const words = { t: en, locale: 'en', zone: 'Europe/Oslo' }
const receipt: Receipt = {
  id: 'r-1',
  at: '2026-11-20T14:58:50Z',
  receipt_id: '214907',
  currency: 'NOK',
  gross_amount: 240_000,
  entry_status: 'Concluded',
  store: { name: 'Oslo City', address: { address_line: 'Stenersgata 1', postal_code: '0184', postal_place: 'Oslo' } },
  items: [
    {
      description: 'Skalljakke',
      dimension: ['Blå', 'M'],
      quantity: 1,
      unit: 'stk',
      unit_gross_price: 299_900,
      gross_amount: 269_910,
      discount_lines: [],
      comment: 'Ring Nora',
    },
    { description: 'Lue', dimension: [], quantity: -1, gross_amount: -29_910, discount_lines: [] },
    { dimension: [], voided: true, discount_lines: [] },
  ],
  discounts: [{ description: 'Medlemspris', percentage: 10, amount: 29_990 }],
  payments: [
    { issuer_name: 'Visa', last_digits: '4417', amount: 240_000 },
    { description: 'Gavekort', amount: 100, voided: true },
  ],
  tax_lines: [{ percentage: 25, amount: 48_000 }],
  discount_code: ['VENN'],
  extra_info: [{ key: 'pose', value: 'ja' }],
  delivery: { first_name: 'Nora', email: 'nora@example.no', address: { address_line: 'Thereses gate 14B' } },
  comment: 'Ring Nora',
}
const textOf = (one: Receipt) => receiptText(one, words).replace(/\u00a0/g, ' ')

it('says when and where, what, and how it was paid, and nothing of the delivery', () => {
  expect(textOf(receipt)).toBe(
    `Receipt no.: 214907
Bought: 20 Nov 2026 15:58:50 CET
Store: Oslo City
Stenersgata 1, 0184 Oslo

Skalljakke, Blå, M, 1 stk × NOK 2,999.00: NOK 2,699.10
Lue [returned], -1: -NOK 299.10
Item without a name [voided]

Medlemspris (10%): NOK 299.90
Sum: NOK 2,400.00
25% tax: NOK 480.00
Visa •••• 4417: NOK 2,400.00
Gavekort: voided`,
  )
})

it('says of a masked receipt no more than the screen', () => {
  const masked = maskReceipt(receipt)
  expect(textOf(masked)).not.toMatch(/Visa|4417|Gavekort|Nora/)
  expect(masked).toMatchObject({ delivery: { first_name: maskText, address: { address_line: maskText } } })
  expect(Object.keys(masked).toSorted()).toEqual(Object.keys(receipt).toSorted())
})

it('leaves no empty line and no colon behind for what is missing', () => {
  const bare: Receipt = {
    ...{ id: 'r-2', items: [], payments: [], tax_lines: [], discounts: [], discount_code: [], extra_info: [] },
    entry_status: 'Training',
  }
  expect(textOf(bare)).toBe('Status: Training')
})
