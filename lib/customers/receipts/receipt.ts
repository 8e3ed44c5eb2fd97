import { z } from 'zod/mini'
import { nextSchema } from '@/lib/customers/model/customer'

/** The schemas of the receipts of a customer, as our routes answer them. Property names are Dintero's own. */

const text = z.optional(z.string())
const number = z.optional(z.number())

/**
 * An amount in the minor unit of the currency, such as øre. A text is what Dintero sent in place of a whole number: it is
 * shown as it is and never counted.
 */
const amount = z.optional(z.union([z.number(), z.string()]))
export type Amount = z.infer<typeof amount>

const receiptSummary = z.object({
  id: z.string(),
  /** When it was bought; where that is missing, when the receipt was made. */
  at: text,
  store: text,
  currency: text,
  gross_amount: amount,
  /** The lines that count, and those that came back or were voided; missing where the receipt has no list of them. */
  lines: number,
  returned: number,
  voided: number,
  has_discount: z.boolean(),
  /** Set where Dintero says so in the list: most lists do not. */
  entry_status: text,
  deleted_at: text,
})
/** A receipt as a list of them shows it. */
export type ReceiptSummary = z.infer<typeof receiptSummary>

/** A page of receipts, newest first; `unreadable` counts entries that break the contract. */
export const receiptsAnswerSchema = z.object({
  receipts: z.array(receiptSummary),
  unreadable: z.number(),
  next: nextSchema,
})
export type ReceiptsAnswer = z.infer<typeof receiptsAnswerSchema>

const address = z.optional(
  z.object({ address_line: text, address_line_2: text, postal_code: text, postal_place: text, country: text }),
)

const discount = z.object({ description: text, discount_type: text, percentage: number, amount })
export type Discount = z.infer<typeof discount>

const item = z.object({
  description: text,
  quantity: number,
  unit: text,
  unit_gross_price: amount,
  gross_amount: amount,
  tax_percent: number,
  barcode: text,
  serial_id: text,
  comment: text,
  voided: z.optional(z.boolean()),
  is_return_item: z.optional(z.boolean()),
  /** Colour, size and the like, in the order in which Dintero has them. */
  dimension: z.array(z.string()),
  discount_lines: z.array(discount),
})
export type ReceiptItem = z.infer<typeof item>

/** A payment; the last four digits are all that is left of a card's number. */
const payment = z.object({
  description: text,
  type_id: text,
  amount,
  voided: z.optional(z.boolean()),
  issuer_name: text,
  last_digits: text,
  reference_id: text,
})
export type ReceiptPayment = z.infer<typeof payment>

const delivery = z.object({ first_name: text, last_name: text, email: text, phone_number: text, address })

const receipt = z.object({
  id: z.string(),
  at: text,
  receipt_id: text,
  order_number: text,
  deleted_at: text,
  entry_status: text,
  currency: text,
  gross_amount: amount,
  net_amount: amount,
  total_discount: amount,
  round_off_to_coin: amount,
  amount_due: amount,
  store: z.optional(
    z.object({ name: text, business_name: text, organization_number: text, phone_number: text, address }),
  ),
  items: z.array(item),
  payments: z.array(payment),
  tax_lines: z.array(z.object({ percentage: number, amount, total: amount })),
  discounts: z.array(discount),
  discount_code: z.array(z.string()),
  operator_name: text,
  salesperson_name: text,
  comment: text,
  receipt_text: text,
  extra_info: z.array(z.object({ key: z.string(), value: text })),
  delivery: z.optional(delivery),
})
/** One whole receipt. */
export type Receipt = z.infer<typeof receipt>

export const receiptAnswerSchema = z.object({ receipt })
export type ReceiptAnswer = z.infer<typeof receiptAnswerSchema>
