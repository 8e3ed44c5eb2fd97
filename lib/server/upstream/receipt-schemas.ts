import 'server-only'
import { z } from 'zod'

/**
 * The wire shapes of Dintero's receipts (contract, "Around a customer"). Only an id is required; any other property may be
 * missing, and null counts as missing. Unknown properties are accepted, and an amount may be anything that can be shown.
 */

const text = z.string().nullish()
const flag = z.boolean().nullish()
const amount = z.union([z.number(), z.string()]).nullish()
const list = <S extends z.ZodType>(entry: S) => z.array(entry).nullish()

const address = z
  .object({ address_line: text, address_line_2: text, postal_code: text, postal_place: text, country: text })
  .nullish()

const discount = z.object({ description: text, discount_type: text, percentage: z.number().nullish(), amount })

const item = z.object({
  description: text,
  description_alias: text,
  quantity: z.number().nullish(),
  unit: text,
  unit_gross_price: amount,
  gross_amount: amount,
  tax_percent: z.number().nullish(),
  barcode: text,
  serial_id: text,
  comment: text,
  voided: flag,
  is_return_item: flag,
  discount_lines: list(discount),
  dimension: z.object({ color: text, size: text, style: text, config: text, variant: text }).nullish(),
})

const minimal = z.object({
  id: z.string().min(1),
  created_at: text,
  deleted_at: text,
  purchase_at: text,
  store: z
    .object({ name: text, business_name: text, organization_number: text, phone_number: text, address })
    .nullish(),
  items: list(item),
  gross_amount: amount,
  net_amount: amount,
  currency: text,
  entry_status: text,
})

const payment = z.object({
  description: text,
  type_id: text,
  amount,
  voided: flag,
  reference_id: text,
  card_info: z.object({ issuer_name: text, card_number: text }).nullish(),
})

/** A receipt of a list. It is parsed row by row, as customers are. */
export const wireReceiptSummary = minimal
export type WireReceiptSummary = z.infer<typeof wireReceiptSummary>

export const wireReceipt = minimal.extend({
  receipt_id: text,
  order_number: text,
  customer_id: text,
  total_discount: amount,
  round_off_to_coin: amount,
  amount_due: amount,
  payments: list(payment),
  tax_lines: list(z.object({ percentage: z.number().nullish(), amount, total: amount })),
  discounts: list(discount),
  discount_code: list(z.string()),
  operator_name: text,
  salesperson_name: text,
  comment: text,
  receipt_text: text,
  extra_info: list(z.object({ key: text, value: text })),
  delivery: z.object({ first_name: text, last_name: text, email: text, phone_number: text, address }).nullish(),
})
export type WireReceipt = z.infer<typeof wireReceipt>

/** The cursor of the next page stands beside the list. */
export const wireReceiptPage = z.object({
  error: z.undefined().optional(),
  receipts: z.array(z.unknown()),
  starting_after: text,
})
