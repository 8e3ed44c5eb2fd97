import { maskText } from '@/lib/customers/model/masked'
import { type MaskOf, maskBy } from '@/lib/customers/receipts/mask-by'
import type { Receipt, ReceiptItem, ReceiptPayment } from '@/lib/customers/receipts/receipt'

/**
 * What a person without `contact:read` sees of a receipt: a new property does not compile until it has a decision here. Texts that
 * somebody has written, how it was paid and where it was delivered are masked.
 */
const receiptMask = {
  id: 'shown',
  at: 'shown',
  receipt_id: 'shown',
  order_number: 'shown',
  deleted_at: 'shown',
  entry_status: 'shown',
  currency: 'shown',
  gross_amount: 'shown',
  net_amount: 'shown',
  total_discount: 'shown',
  round_off_to_coin: 'masked',
  amount_due: 'shown',
  store: 'shown',
  items: 'shown',
  payments: 'masked',
  tax_lines: 'shown',
  discounts: 'shown',
  discount_code: 'masked',
  operator_name: 'shown',
  salesperson_name: 'shown',
  comment: 'masked',
  receipt_text: 'masked',
  extra_info: 'masked',
  delivery: 'masked',
} as const satisfies MaskOf<Receipt>

const itemMask = {
  description: 'shown',
  quantity: 'shown',
  unit: 'shown',
  unit_gross_price: 'shown',
  gross_amount: 'shown',
  tax_percent: 'shown',
  barcode: 'shown',
  serial_id: 'masked',
  comment: 'masked',
  voided: 'shown',
  is_return_item: 'shown',
  dimension: 'shown',
  discount_lines: 'shown',
} as const satisfies MaskOf<ReceiptItem>

/** What is left of a payment: that there is one. */
const maskedPayment: ReceiptPayment = { description: maskText }

/** A masked receipt. It stays a valid `Receipt`: of masked payments there is a mask each, and no amount. */
export function maskReceipt(receipt: Receipt): Receipt {
  const masked = maskBy(receipt, receiptMask)
  return {
    ...masked,
    payments: receipt.payments.map(() => maskedPayment),
    items: receipt.items.map((item) => maskBy(item, itemMask)),
    extra_info: receipt.extra_info.map(() => ({ key: maskText, value: maskText })),
  }
}
