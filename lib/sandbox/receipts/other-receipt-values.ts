import type { Receipt } from './receipt'

const other = (text: string | undefined) => (text === undefined ? undefined : `other ${text.length}`)

const withOtherTexts = (texts: { [name: string]: string | undefined }) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, other(text)]))

/** A receipt with other values in all that a masked role of the app does not see. What is missing stays so. */
export function withOtherReceiptValues(receipt: Receipt): Receipt {
  const { delivery, payments, items, comment, receipt_text, extra_info, discount_code, customer } = receipt
  return {
    ...receipt,
    ...(comment !== undefined && { comment: other(comment) }),
    ...(receipt_text !== undefined && { receipt_text: other(receipt_text) }),
    ...(extra_info && { extra_info: extra_info.map(() => ({ key: 'other', value: 'other' })) }),
    ...(discount_code && { discount_code: discount_code.map(() => 'OTHER') }),
    ...(items && {
      items: items.map((item) => (item.comment === undefined ? item : { ...item, comment: other(item.comment) })),
    }),
    ...(payments && {
      payments: payments.map(({ amount = 0, card_info, ...payment }) => ({
        ...payment,
        amount: amount + 700,
        type_id: 'other',
        description: 'Other',
        reference_id: 'other',
        voided: !payment.voided,
        ...(card_info && { card_info: { issuer_name: 'Other', card_type: 'other', card_number: '0000********0000' } }),
      })),
    }),
    ...(delivery && {
      delivery: Object.fromEntries(
        Object.entries(delivery).map(([name, value]) => [
          name,
          typeof value === 'object' ? withOtherTexts(value) : other(value),
        ]),
      ),
    }),
    ...(customer && { customer: { ...customer, email: 'other@other.example', phone_number: '+4700000000' } }),
  }
}
