/** Receipts of named people of T12345678 with ordinary and with unusual data, beside those that are generated. */
import { stableUuid } from '../generate/random'
import { grossOf, netOf, taxOf } from './basket'
import type { Receipt, ReceiptItem } from './receipt'
import { articles } from './seed-goods'
import { storeOf } from './stores'

const script = '<script>alert("kvittering")</script>'

type Given = Pick<Receipt, 'customer_id' | 'receipt_id' | 'purchase_at'> & Partial<Receipt>

/** A receipt of a few lines, changed by what is given. */
function receipt(name: string, { items = [], ...given }: Given): Receipt {
  const gross_amount = grossOf(items)
  return {
    id: stableUuid(`T12345678 receipt ${name}`),
    created_at: given.purchase_at ?? '2024-01-02T10:00:00.000Z',
    created_by: '1c92f7e1-2897-4d46-bdcc-c127a914fb4e',
    store: storeOf('Oslo City'),
    items,
    no_of_items: items.length,
    currency: 'NOK',
    gross_amount,
    net_amount: netOf(items),
    amount_due: gross_amount,
    tax_lines: taxOf(items),
    payments: [{ amount: gross_amount, currency: 'NOK', type_id: 'vipps', description: 'Vipps' }],
    operator_name: 'Ida Norum',
    entry_status: 'Concluded',
    ...given,
  }
}

/** A line of the article at this place of the list of goods. */
function line(at: number, more: Partial<ReceiptItem> = {}): ReceiptItem {
  const { name, alias, group, price, taxPercent } = articles[at % articles.length] ?? { price: 0, taxPercent: 25 }
  const gross_amount = more.gross_amount ?? price * (more.quantity ?? 1)
  return {
    line_id: at + 1,
    description: name,
    description_alias: alias,
    groups: [{ id: group?.toLowerCase() ?? '', name: group ?? '' }],
    quantity: 1,
    unit: 'stk',
    unit_gross_price: price,
    gross_amount,
    net_amount: Math.round(gross_amount / (1 + taxPercent / 100)),
    tax_percent: taxPercent,
    ...more,
  }
}

export const namedReceipts = {
  /** Bought at the till where Nora became a member: a jacket with a discount, paid by card. */
  nora: receipt('nora', {
    customer_id: 'K-214907',
    receipt_id: '214907',
    purchase_at: '2026-11-20T14:58:50.000Z',
    items: [
      line(0, {
        gross_amount: 269_910,
        discount_lines: [{ amount: 29_990, percentage: 10, discount_type: 'member', description: 'Medlemspris' }],
        dimension: { color: 'Blå', size: 'M' },
        barcode: '7090000214907',
      }),
      line(5, { quantity: 2, gross_amount: 49_800 }),
    ],
    discounts: [{ amount: 29_990, percentage: 10, discount_type: 'member', description: 'Medlemspris' }],
    total_discount: 29_990,
    payments: [
      {
        amount: 319_710,
        currency: 'NOK',
        type_id: 'card',
        description: 'Kort',
        reference_id: '884213',
        card_info: { issuer_name: 'Visa', card_type: 'credit', card_number: '4925********4417' },
      },
    ],
    salesperson_name: 'Marte',
  }),
  /** A jacket came back, and one line was entered by mistake. */
  returned: receipt('returned', {
    customer_id: 'K-214907',
    receipt_id: '214908',
    purchase_at: '2026-11-20T14:59:20.000Z',
    items: [
      line(9, { quantity: -1, gross_amount: -29_900, is_return_item: true }),
      line(10, { voided: true, comment: 'Slått inn ved en feil' }),
    ],
    payments: [{ amount: -29_900, currency: 'NOK', type_id: 'vipps', description: 'Vipps' }],
    comment: 'Luen var for liten.',
  }),
  /** 300 lines, in the store of a company's order. */
  threeHundredLines: receipt('three hundred lines', {
    customer_id: 'B-20114',
    receipt_id: '300300',
    purchase_at: '2026-11-18T09:12:00.000Z',
    store: storeOf('Lagunen'),
    items: Array.from({ length: 300 }, (_, at) => line(at)),
    payments: [{ amount: 0, currency: 'NOK', type_id: 'invoice', description: 'Faktura', reference_id: 'F-300300' }],
  }),
  /** Made to teach somebody the till: no purchase. */
  training: receipt('training', {
    customer_id: 'K-212118',
    receipt_id: '900001',
    purchase_at: '2026-10-05T07:45:00.000Z',
    store: storeOf('CC Vest'),
    items: [line(22)],
    entry_status: 'Training',
  }),
  /** Two tills have given the same number. */
  numberOfKari: receipt('number of kari', {
    customer_id: 'K-212118',
    receipt_id: '12345',
    purchase_at: '2025-05-16T15:20:00.000Z',
    store: storeOf('CC Vest'),
    items: [line(11)],
  }),
  numberOfOla: receipt('number of ola', {
    customer_id: 'K-212119',
    receipt_id: '12345',
    purchase_at: '2024-12-23T13:05:00.000Z',
    store: storeOf('Storo'),
    items: [line(12), line(41, { quantity: 4, gross_amount: 14_000 })],
  }),
  /** Deleted after it was made. */
  deleted: receipt('deleted', {
    customer_id: 'K-212119',
    receipt_id: '12399',
    purchase_at: '2025-01-03T11:00:00.000Z',
    items: [line(30)],
    deleted_at: '2025-01-04T08:00:00.000Z',
    deleted_by: '7be04f1c-56a0-4c1e-9d2b-0f8a5e3c1d77',
  }),
  /** A receipt that nobody's customer number stands on. */
  html: receipt('html', {
    customer_id: 'S-00005',
    receipt_id: script,
    purchase_at: '2026-03-01T10:00:00.000Z',
    store: { id: script, name: script, business_name: script, address: { address_line: script }, email: script },
    items: [
      line(1, {
        description: script,
        unit: script,
        comment: script,
        discount_lines: [{ amount: 1, description: script }],
        dimension: { color: script, size: script },
      }),
    ],
    discounts: [{ amount: 1, description: script, discount_type: script }],
    discount_code: [script],
    payments: [{ amount: 1, type_id: script, description: script, card_info: { card_number: script } }],
    delivery: { first_name: script, email: script, address: { address_line: script } },
    operator_name: script,
    salesperson_name: script,
    entry_status: script,
    comment: script,
    receipt_text: script,
    extra_info: [{ key: script, value: script }],
  }),
  huge: receipt('huge', {
    customer_id: 'S-00005',
    receipt_id: '1000000000000',
    purchase_at: '2026-02-01T10:00:00.000Z',
    gross_amount: 1_000_000_000_000,
    items: [line(2, { gross_amount: 1_000_000_000_000 })],
  }),
  negative: receipt('negative', {
    customer_id: 'S-00005',
    receipt_id: '-1',
    purchase_at: '2026-01-15T10:00:00.000Z',
    items: [line(3, { quantity: -3, gross_amount: -239_700 })],
  }),
  yen: receipt('yen', {
    customer_id: 'S-00005',
    receipt_id: 'JP-1',
    purchase_at: '2025-12-24T03:00:00.000Z',
    currency: 'JPY',
    gross_amount: 12_800,
    items: [line(4, { gross_amount: 12_800 })],
  }),
  unknownCurrency: receipt('unknown currency', {
    customer_id: 'S-00005',
    receipt_id: 'Q-1',
    purchase_at: '2025-12-01T10:00:00.000Z',
    currency: 'QQQ',
    items: [line(5)],
  }),
  /** Only what a list cannot do without. */
  bare: {
    id: stableUuid('T12345678 receipt bare'),
    created_at: '2025-11-01T10:00:00.000Z',
    customer_id: 'S-00005',
  } satisfies Receipt,
  future: receipt('future', {
    customer_id: 'S-00005',
    receipt_id: 'F-1',
    purchase_at: '2031-01-01T10:00:00.000Z',
    items: [line(6)],
  }),
} satisfies { [name: string]: Receipt }
