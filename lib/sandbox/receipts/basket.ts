import { type Random, weighted } from '../generate/random'
import type { DiscountLine, ReceiptItem, ReceiptPayment, TaxLine } from './receipt'
import { type Article, articles, campaigns } from './seed-goods'

const pickLineCount = weighted([
  [1, 34],
  [2, 26],
  [3, 16],
  [4, 9],
  [5, 6],
  [7, 5],
  [9, 3],
  [14, 1],
] as const)
const pickPayment = weighted([
  ['card', 70],
  ['vipps', 16],
  ['cash', 7],
  ['giftcard', 4],
  ['invoice', 3],
] as const)
const cards = [
  ['BankAxept', '9578'],
  ['Visa', '4925'],
  ['Mastercard', '5412'],
] as const
const paymentNames = { card: 'Kort', vipps: 'Vipps', cash: 'Kontant', giftcard: 'Gavekort', invoice: 'Faktura' }

/** The amount without tax that an amount with tax contains. */
const withoutTax = (gross: number, percent: number) => Math.round(gross / (1 + percent / 100))

function discountOf(random: Random, price: number): DiscountLine[] {
  if (!random.chance(0.22)) return []
  const [discount_type, description, percentage] = random.pick(campaigns)
  const amount = Math.round((price * percentage) / 100)
  return [{ amount, percentage, discount_type, discount_id: `r-${description.toLowerCase()}`, description }]
}

function itemOf(random: Random, article: Article, line: number, isReturn: boolean): ReceiptItem {
  const sign = isReturn ? -1 : 1
  const quantity = sign * (random.chance(0.85) ? 1 : random.between(2, 4))
  const full = article.price * quantity
  const discount_lines = isReturn ? [] : discountOf(random, full)
  const gross_amount = full - discount_lines.reduce((sum, { amount = 0 }) => sum + amount, 0)
  const net_amount = withoutTax(gross_amount, article.taxPercent)
  const color = article.colors.length > 0 ? random.pick(article.colors) : undefined
  const size = article.sizes.length > 0 ? random.pick(article.sizes) : undefined
  return {
    id: `a-${article.alias.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    line_id: line,
    groups: [{ id: article.group.toLowerCase(), name: article.group }],
    quantity,
    unit: 'stk',
    description: article.name,
    description_alias: article.alias,
    unit_gross_price: article.price,
    gross_amount,
    net_amount,
    tax_percent: article.taxPercent,
    barcode: `7090${String(random.int(1_000_000_000)).padStart(9, '0')}`,
    tax_lines: [{ amount: gross_amount - net_amount, percentage: article.taxPercent }],
    ...(isReturn && { is_return_item: true }),
    ...(discount_lines.length > 0 && { discount_lines }),
    ...((color || size) && { dimension: { ...(color && { color }), ...(size && { size }) } }),
    ...(random.chance(0.02) && { comment: 'Kunden ringer om størrelsen' }),
  }
}

/** The lines of a receipt: `count` of them, or as many as people usually buy. */
export function itemsOf(random: Random, count = pickLineCount(random)): ReceiptItem[] {
  const isAllReturned = random.chance(0.05)
  return Array.from({ length: count }, (_, at) => {
    const isReturn = isAllReturned || random.chance(0.02)
    const item = itemOf(random, random.pick(articles), at + 1, isReturn)
    return random.chance(0.03) ? { ...item, voided: true } : item
  })
}

/** The lines that count: a voided one stays in the list and is not paid for. */
const counted = (items: readonly ReceiptItem[]) => items.filter(({ voided }) => !voided)

export const grossOf = (items: readonly ReceiptItem[]): number =>
  counted(items).reduce((sum, { gross_amount = 0 }) => sum + gross_amount, 0)
export const netOf = (items: readonly ReceiptItem[]): number =>
  counted(items).reduce((sum, { net_amount = 0 }) => sum + net_amount, 0)

/** The tax of a receipt, one line for each rate. */
export function taxOf(items: readonly ReceiptItem[]): TaxLine[] {
  const rates = new Map<number, { amount: number; total: number }>()
  for (const { tax_percent = 0, gross_amount = 0, net_amount = 0 } of counted(items)) {
    const { amount, total } = rates.get(tax_percent) ?? { amount: 0, total: 0 }
    rates.set(tax_percent, { amount: amount + gross_amount - net_amount, total: total + gross_amount })
  }
  return [...rates].toSorted(([a], [b]) => b - a).map(([percentage, sums]) => ({ percentage, ...sums }))
}

/** The discounts of all lines together, by their name. */
export function discountsOf(items: readonly ReceiptItem[]): DiscountLine[] {
  const byName = new Map<string, DiscountLine>()
  for (const { discount_lines = [] } of counted(items))
    for (const line of discount_lines) {
      const before = byName.get(line.description ?? '')
      byName.set(line.description ?? '', { ...line, amount: (before?.amount ?? 0) + (line.amount ?? 0) })
    }
  return [...byName.values()]
}

/** How a receipt was paid: by one means, or by a gift card and a card. */
export function paymentsOf(random: Random, amount: number, currency: string): ReceiptPayment[] {
  const pay = (kind: keyof typeof paymentNames, part: number): ReceiptPayment => {
    const [issuer_name, start] = random.pick(cards)
    return {
      amount: part,
      currency,
      type_id: kind,
      description: paymentNames[kind],
      reference_id: String(random.uint32()),
      ...(kind === 'card' && {
        card_info: {
          issuer_name,
          card_type: issuer_name === 'BankAxept' ? 'debit' : 'credit',
          card_number: `${start}********${String(random.int(10_000)).padStart(4, '0')}`,
        },
      }),
    }
  }
  const kind = pickPayment(random)
  if (kind !== 'giftcard' || amount < 40_000) return [pay(kind === 'giftcard' ? 'card' : kind, amount)]
  const fromCard = random.pick([20_000, 30_000])
  const voided = random.chance(0.2) ? [{ ...pay('card', amount - fromCard), voided: true }] : []
  return [pay('giftcard', fromCard), ...voided, pay('card', amount - fromCard)]
}
