import 'server-only'
import type { Discount, Receipt, ReceiptItem, ReceiptPayment, ReceiptSummary } from '@/lib/customers/receipts/receipt'
import { toAmount } from '@/lib/server/customers/fetch/around/to-amount'
import { omitMissing } from '@/lib/server/customers/fetch/to-customer'
import type { WireReceipt, WireReceiptSummary } from '@/lib/server/upstream/receipt-schemas'

type WireItem = NonNullable<WireReceiptSummary['items']>[number]
type WireDiscount = NonNullable<WireReceipt['discounts']>[number]
type WireAddress = NonNullable<WireReceipt['delivery']>['address']

const toDiscount = ({ amount, ...rest }: WireDiscount): Discount => omitMissing({ ...rest, amount: toAmount(amount) })

/** An object of the wire with its address, or nothing where it is missing. */
const withAddress = <T extends { address?: WireAddress }>({ address, ...rest }: T) => ({
  ...omitMissing(rest),
  ...(address && { address: omitMissing(address) }),
})

const isReturned = ({ is_return_item, quantity }: WireItem) => is_return_item === true || (quantity ?? 0) < 0
const hasDiscount = ({ discount_lines }: WireItem) => (discount_lines?.length ?? 0) > 0

/** A receipt in the format of our API, as a list shows it: no property that is not named leaves the server. */
export function toReceiptSummary({ id, items, store, ...wire }: WireReceiptSummary): ReceiptSummary {
  const counted = items?.filter(({ voided }) => voided !== true)
  return {
    id,
    has_discount: counted?.some(hasDiscount) ?? false,
    ...omitMissing({
      at: wire.purchase_at ?? wire.created_at,
      store: store?.name ?? store?.business_name,
      currency: wire.currency,
      gross_amount: toAmount(wire.gross_amount),
      lines: counted?.length,
      returned: counted?.filter(isReturned).length,
      voided: items && counted && items.length - counted.length,
      entry_status: wire.entry_status,
      deleted_at: wire.deleted_at,
    }),
  }
}

function toItem({ dimension, discount_lines, description_alias, ...wire }: WireItem): ReceiptItem {
  return {
    ...omitMissing({
      ...wire,
      description: wire.description || description_alias,
      gross_amount: toAmount(wire.gross_amount),
      unit_gross_price: toAmount(wire.unit_gross_price),
    }),
    dimension: Object.values(dimension ?? {}).filter((text): text is string => Boolean(text)),
    discount_lines: discount_lines?.map(toDiscount) ?? [],
  }
}

/** The digits by which people tell their cards apart. More of a number is not passed on, whatever Dintero sends. */
const lastDigits = (number: string | null | undefined) => /(\d{4})\D*$/.exec(number ?? '')?.[1]

function toPayment({ card_info, amount, ...wire }: NonNullable<WireReceipt['payments']>[number]): ReceiptPayment {
  return omitMissing({
    ...wire,
    amount: toAmount(amount),
    issuer_name: card_info?.issuer_name,
    last_digits: lastDigits(card_info?.card_number),
  })
}

/** A whole receipt in the format of our API: no property that is not named leaves the server. */
export function toReceipt(wire: WireReceipt): Receipt {
  const { id, store, delivery } = wire
  return {
    id,
    ...omitMissing({
      at: wire.purchase_at ?? wire.created_at,
      receipt_id: wire.receipt_id,
      order_number: wire.order_number,
      deleted_at: wire.deleted_at,
      entry_status: wire.entry_status,
      currency: wire.currency,
      gross_amount: toAmount(wire.gross_amount),
      net_amount: toAmount(wire.net_amount),
      total_discount: toAmount(wire.total_discount),
      round_off_to_coin: toAmount(wire.round_off_to_coin),
      amount_due: toAmount(wire.amount_due),
      operator_name: wire.operator_name,
      salesperson_name: wire.salesperson_name,
      comment: wire.comment,
      receipt_text: wire.receipt_text,
    }),
    ...(store && { store: withAddress(store) }),
    ...(delivery && { delivery: withAddress(delivery) }),
    items: wire.items?.map(toItem) ?? [],
    payments: wire.payments?.map(toPayment) ?? [],
    tax_lines:
      wire.tax_lines?.map(({ percentage, amount, total }) =>
        omitMissing({ percentage, amount: toAmount(amount), total: toAmount(total) }),
      ) ?? [],
    discounts: wire.discounts?.map(toDiscount) ?? [],
    discount_code: wire.discount_code ?? [],
    extra_info: wire.extra_info?.flatMap(({ key, value }) => (key ? [{ key, ...omitMissing({ value }) }] : [])) ?? [],
  }
}
