/**
 * The shapes of the Receipts API (contract, "Around a customer"). Amounts are integers in the minor unit of the currency;
 * their twins `…_dwh` are decimal texts in the major unit.
 */
export type ReceiptStore = {
  id: string
  name: string
  business_name?: string
  chain?: string
  address?: { address_line?: string; postal_code?: string; postal_place?: string; country?: string }
  email?: string
  phone_number?: string
  organization_number?: string
  gln?: string
  terminal_id?: string
}

export type DiscountLine = {
  amount?: number
  percentage?: number
  discount_type?: string
  discount_id?: string
  description?: string
}

export type TaxLine = { amount?: number; percentage?: number; total?: number }

export type ReceiptItem = {
  id?: string
  line_id?: number
  groups?: { id: string; name: string }[]
  quantity?: number
  unit?: string
  description?: string
  description_alias?: string
  net_amount?: number
  gross_amount?: number
  unit_gross_price?: number
  tax_percent?: number
  barcode?: string
  serial_id?: string
  comment?: string
  voided?: boolean
  is_return_item?: boolean
  discount_lines?: DiscountLine[]
  tax_lines?: TaxLine[]
  dimension?: { color?: string; size?: string }
}

export type ReceiptPayment = {
  amount?: number
  currency?: string
  type_id?: string
  description?: string
  reference_id?: string
  voided?: boolean
  card_info?: { issuer_name?: string; card_type?: string; card_number?: string }
}

/** A receipt as the list of a customer has it. */
export type ReceiptMinimal = {
  id: string
  created_at: string
  created_by?: string
  updated_at?: string
  deleted_at?: string
  deleted_by?: string
  store?: ReceiptStore
  items?: ReceiptItem[]
  gross_amount?: number
  gross_amount_dwh?: string
  net_amount?: number
  net_amount_dwh?: string
  currency?: string
  purchase_at?: string
}

export type Receipt = ReceiptMinimal & {
  /** The number of the till, which a customer reads off the paper. */
  receipt_id?: string
  order_number?: string
  transaction_id?: string
  transaction_date?: string
  customer_id: string
  customer?: { customer_id: string; first_name?: string; last_name?: string; email?: string; phone_number?: string }
  delivery?: {
    first_name?: string
    last_name?: string
    email?: string
    phone_number?: string
    address?: ReceiptStore['address']
  }
  payments?: ReceiptPayment[]
  tax_lines?: TaxLine[]
  discounts?: DiscountLine[]
  discount_code?: string[]
  total_discount?: number
  round_off_to_coin?: number
  amount_due?: number
  no_of_items?: number
  operator_id?: string
  operator_name?: string
  salesperson_id?: string
  salesperson_name?: string
  entry_status?: string
  comment?: string
  receipt_text?: string
  extra_info?: { key: string; value: string; value_type?: string }[]
}

const minimalProperties = [
  ...['id', 'created_at', 'created_by', 'updated_at', 'deleted_at', 'deleted_by', 'store', 'items'],
  ...['gross_amount', 'gross_amount_dwh', 'net_amount', 'net_amount_dwh', 'currency', 'purchase_at'],
]

/** The part of a receipt that a list has. */
export function toMinimal(receipt: Receipt): ReceiptMinimal {
  const known = Object.entries(receipt).filter(([name]) => minimalProperties.includes(name))
  return Object.fromEntries(known) as ReceiptMinimal
}
