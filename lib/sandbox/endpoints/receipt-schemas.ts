import type { JsonSchema } from '../http/parameters'
import { anyObject, boolean, instant, list, object, ref, text, uuid } from './json-schema'

const amount: JsonSchema = { type: 'integer', description: 'In the minor unit of the currency' }
const percent: JsonSchema = { type: 'number' }
const postalAddress = object({ address_line: text, postal_code: text, postal_place: text, country: text })
const discountLine = object({
  amount,
  percentage: percent,
  discount_type: text,
  discount_id: text,
  description: text,
})
const taxLine = object({ amount, percentage: percent, total: amount })

const store = object({
  id: text,
  name: text,
  business_name: text,
  chain: text,
  address: postalAddress,
  email: text,
  phone_number: text,
  organization_number: text,
  gln: text,
  mcc: text,
  bax: text,
  terminal_id: text,
})

const item = object({
  id: text,
  line_id: { type: 'integer' },
  groups: list(object({ id: text, name: text })),
  quantity: { type: 'number' },
  unit: text,
  description: text,
  description_alias: text,
  net_amount: amount,
  gross_amount: amount,
  unit_gross_price: amount,
  tax_percent: percent,
  barcode: text,
  serial_id: text,
  comment: text,
  voided: boolean,
  is_return_item: boolean,
  discount_lines: list(discountLine),
  bonus_lines: list(anyObject),
  tax_lines: list(taxLine),
  dimension: object({ color: text, size: text, style: text, config: text, variant: text }),
})

const payment = object({
  amount,
  currency: text,
  type_id: text,
  description: text,
  token_type: text,
  reference_id: text,
  voided: boolean,
  card_info: object({ issuer_name: text, card_type: text, card_number: text }),
})

const minimal = {
  id: uuid,
  created_at: instant,
  created_by: text,
  updated_at: instant,
  deleted_at: instant,
  deleted_by: text,
  store,
  items: list(item),
  gross_amount: amount,
  gross_amount_dwh: text,
  net_amount: amount,
  net_amount_dwh: text,
  currency: text,
  purchase_at: instant,
}

/** The schemas of the Receipts API. */
export const receiptSchemas = {
  ReceiptMinimal: object(minimal, ['id', 'created_at']),
  Receipt: object(
    {
      ...minimal,
      receipt_id: { ...text, description: 'The number of the till' },
      order_number: text,
      transaction_id: text,
      transaction_date: text,
      customer_id: text,
      customer: anyObject,
      delivery: object({
        first_name: text,
        last_name: text,
        email: text,
        phone_number: text,
        address: postalAddress,
      }),
      payments: list(payment),
      tax_lines: list(taxLine),
      discounts: list(discountLine),
      discount_code: list(text),
      total_discount: amount,
      round_off_to_coin: amount,
      amount_due: amount,
      no_of_items: { type: 'integer' },
      operator_id: text,
      operator_name: text,
      salesperson_id: text,
      salesperson_name: text,
      entry_status: {
        ...text,
        description:
          'None, Voided, Posted, Concluded, Cancelled, OnHold, Training or Reprinted; any other text may come',
      },
      comment: text,
      receipt_text: text,
      extra_info: list(object({ key: text, value: text, value_type: text })),
    },
    ['id', 'created_at'],
  ),
  ReceiptPage: object(
    {
      receipts: list(ref('ReceiptMinimal')),
      starting_after: { ...text, description: 'The cursor of the next page; absent on the last one' },
    },
    ['receipts'],
  ),
  FoundReceipts: object({ receipts: list(ref('Receipt')) }, ['receipts']),
} satisfies { [name: string]: JsonSchema }
