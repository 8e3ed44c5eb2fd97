import 'server-only'
import { addressLines } from '@/lib/customers/format/address-lines'
import { type Fact, formatMoment } from '@/lib/customers/format/record-facts'
import { formatAmount, formatPercent } from '@/lib/customers/receipts/amount'
import type { Receipt, ReceiptItem, ReceiptSummary } from '@/lib/customers/receipts/receipt'
import { boughtAt, discountName, isReturned, paymentName, quantityText } from '@/lib/customers/receipts/receipt-text'
import { statusWord } from '@/lib/customers/receipts/status-word'
import { fill } from '@/lib/messages/messages'
import type { Block } from '@/lib/server/customers/dossier/block'
import type { DossierWords } from '@/lib/server/customers/dossier/part'
import type { DossierReceipt } from '@/lib/server/customers/dossier/receipts/read-whole'

type Money = (amount: Receipt['gross_amount']) => string

const moneyIn =
  (currency: string | undefined, { t, locale }: DossierWords): Money =>
  (amount) =>
    formatAmount(amount, currency, t, locale)

const given = (facts: readonly Fact[]) => facts.filter(([, value]) => value?.trim())

/** All that a line says of what was bought, one thing on each line of text. */
function itemText(item: ReceiptItem, money: Money, words: DossierWords): string {
  const { t } = words
  const marks = [item.voided && t.purchases.voided, isReturned(item) && t.purchases.returnedLine].filter(Boolean)
  const name = [item.description || t.purchases.unnamed, ...item.dimension].join(', ')
  const codes: Fact[] = [
    [t.purchases.barcode, item.barcode],
    [t.purchases.serialNumber, item.serial_id],
    [t.purchases.comment, item.comment],
  ]
  return [
    marks.length > 0 ? `${name} (${marks.join(', ')})` : name,
    ...item.discount_lines.map((one) => [discountName(one, words), money(one.amount)].filter(Boolean).join(': ')),
    ...codes.flatMap(([label, value]) => (value?.trim() ? [`${label}: ${value}`] : [])),
  ].join('\n')
}

/** Where it was bought, and under which number, on one line. */
function headText(receipt: Receipt, words: DossierWords): string {
  const { t, locale } = words
  const { store } = receipt
  const place = store?.address ? addressLines(store.address, locale) : []
  const facts: Fact[] = [
    [t.purchases.store, [store?.name ?? store?.business_name, ...place].filter(Boolean).join(', ')],
    [t.purchases.receiptNumber, receipt.receipt_id],
    [t.purchases.orderNumber, receipt.order_number],
    [t.purchases.status, statusWord(receipt.entry_status, t)],
    [t.record.deleted, formatMoment(receipt.deleted_at, words)],
  ]
  return given(facts)
    .map(([label, value]) => `${label}: ${value}`)
    .join(' · ')
}

function sumFacts(receipt: Receipt, money: Money, words: DossierWords): Fact[] {
  const { t, d, locale, formatPhone } = words
  const { delivery } = receipt
  const name = [delivery?.first_name, delivery?.last_name].filter(Boolean).join(' ')
  const to = [name, delivery?.email, delivery?.phone_number && formatPhone(delivery.phone_number)].filter(Boolean)
  const lines = [...to, ...(delivery?.address ? addressLines(delivery.address, locale) : [])]
  return [
    ...receipt.discounts.map((one): Fact => [discountName(one, words), money(one.amount)]),
    [t.purchases.codes, receipt.discount_code.join(', ')],
    [t.purchases.rounding, receipt.round_off_to_coin ? money(receipt.round_off_to_coin) : undefined],
    [t.purchases.sum, money(receipt.gross_amount)],
    ...receipt.tax_lines.map(
      ({ percentage, amount }): Fact => [
        fill(t.purchases.taxOf, { percent: formatPercent(percentage ?? 0, locale) }),
        money(amount),
      ],
    ),
    ...receipt.payments.map(
      (one): Fact => [
        d.purchases.paid,
        [
          paymentName(one, t),
          one.voided ? t.purchases.voided : money(one.amount),
          one.reference_id && fill(d.purchases.reference, { id: one.reference_id }),
        ]
          .filter(Boolean)
          .join(', '),
      ],
    ),
    [t.purchases.delivery, lines.join(', ')],
    [t.purchases.comment, receipt.comment],
    [t.purchases.receiptText, receipt.receipt_text],
    ...receipt.extra_info.map(({ key, value }): Fact => [key, value]),
  ]
}

/** A receipt of which only the line of the list is there. */
function summaryFacts(summary: ReceiptSummary, words: DossierWords): Fact[] {
  const { t } = words
  return [
    [t.purchases.store, summary.store],
    [t.purchases.sum, moneyIn(summary.currency, words)(summary.gross_amount)],
  ]
}

/** One purchase under a heading with its time: where, the lines, the sums. */
export function receiptBlocks(
  { customerId, summary, receipt }: DossierReceipt,
  presentId: string,
  words: DossierWords,
): Block[] {
  const { d, t } = words
  const at = boughtAt(receipt ?? summary, words)
  const head: Block[] = [
    {
      kind: 'heading',
      text: at ? fill(d.purchases.titled, { date: at }) : d.purchases.undated,
    },
    ...(customerId === presentId
      ? []
      : [{ kind: 'text' as const, text: fill(d.purchases.underId, { id: customerId }) }]),
  ]
  if (receipt === null) return [...head, { kind: 'facts', facts: given(summaryFacts(summary, words)) }]
  const money = moneyIn(receipt.currency, words)
  const rows = receipt.items.map((item) => [
    itemText(item, money, words),
    quantityText(item, receipt.currency, words),
    money(item.gross_amount),
  ])
  const columns = [
    { head: t.purchases.item, share: 2.2 },
    { head: t.purchases.quantity, share: 1.2, isNumber: true },
    { head: d.purchases.amount, share: 1.1, isNumber: true },
  ]
  return [
    ...head,
    ...(headText(receipt, words) === '' ? [] : [{ kind: 'text' as const, text: headText(receipt, words) }]),
    ...(rows.length > 0 ? [{ kind: 'table' as const, columns, rows }] : []),
    { kind: 'facts', facts: given(sumFacts(receipt, money, words)) },
  ]
}
