import type { Customer } from '../customer'
import { iso } from '../generate/instants'
import { Random } from '../generate/random'
import { discountsOf, grossOf, itemsOf, netOf, paymentsOf, taxOf } from './basket'
import type { Owner } from './owner'
import type { Receipt } from './receipt'
import { sellers } from './seed-goods'
import { storeNames, storeOf, swedishStore, webStore } from './stores'

/** What a list needs to know of a receipt before the receipt itself is made. */
export type ReceiptHead = { id: string; created_at: string; number: string; make: () => Receipt }

const dayMs = 86_400_000
const opensMs = 8 * 3_600_000
const openForMs = 11 * 3_600_000
/** The till sends a receipt a few seconds after the purchase. */
const recordedAfterMs = 5000
const createdBy = '1c92f7e1-2897-4d46-bdcc-c127a914fb4e'

/** An amount in the major unit, as the twins of the amounts have it. */
export const inMajorUnit = (amount: number): string => (amount / 100).toFixed(2)

/** The instant of a purchase: in the opening hours of its day, and in the time of its owner. */
function purchasedAt(random: Random, { fromMs, toMs, count }: Owner, at: number): number {
  const even = fromMs + (toMs - fromMs) * ((at + random.fraction()) / count)
  const inHours = even - (even % dayMs) + opensMs + Math.floor(random.fraction() * openForMs)
  return Math.floor(Math.min(toMs, Math.max(fromMs, inHours)))
}

function storeNameOf(random: Random, customer: Customer): string {
  const home = customer.favorite_store || new Random(`${customer.id} home`).pick(storeNames)
  if (random.chance(0.86)) return home
  if (random.chance(0.5)) return webStore
  return random.chance(customer.customer_id === 'K-214866' ? 0.9 : 0.12) ? swedishStore : random.pick(storeNames)
}

function deliveryOf({ first_name, last_name, email, phone_number, addresses }: Customer): Receipt['delivery'] {
  const { address_line, postal_code, postal_place, country } = addresses?.[0] ?? {}
  return {
    ...(first_name && { first_name }),
    ...(last_name && { last_name }),
    ...(email && { email }),
    ...(phone_number && { phone_number }),
    ...(address_line && { address: { address_line, postal_code, postal_place, country } }),
  }
}

/** Cash is rounded to whole kroner. */
const roundedFor = (kind: string | undefined, gross: number) =>
  kind === 'cash' ? Math.round(gross / 100) * 100 : gross

function make(owner: Owner, at: number, number: string): Receipt {
  const { customer, customerId } = owner
  const random = new Random(`${customer.id} receipt ${number}`)
  const id = random.uuid()
  const purchasedMs = purchasedAt(random, owner, at)
  const name = storeNameOf(random, customer)
  const isWeb = name === webStore
  const currency = name === swedishStore ? 'SEK' : 'NOK'
  const items = itemsOf(random)
  const gross = grossOf(items)
  const net = netOf(items)
  const payments = paymentsOf(random, gross, currency)
  const due = roundedFor(payments[0]?.type_id, gross)
  if (payments[0]?.type_id === 'cash') payments[0].amount = due
  const discounts = discountsOf(items)
  const seller = random.pick(sellers)
  const { first_name, last_name, email, phone_number } = customer
  return {
    id,
    receipt_id: number,
    created_at: iso(purchasedMs + recordedAfterMs),
    created_by: createdBy,
    purchase_at: iso(purchasedMs),
    transaction_date: iso(purchasedMs).slice(0, 10),
    transaction_id: `T-${number}`,
    customer_id: customerId,
    customer: {
      customer_id: customerId,
      ...(first_name && { first_name }),
      ...(last_name && { last_name }),
      ...(email && { email }),
      ...(phone_number && { phone_number }),
    },
    store: storeOf(name),
    items,
    no_of_items: items.length,
    currency,
    gross_amount: gross,
    gross_amount_dwh: inMajorUnit(gross),
    net_amount: net,
    net_amount_dwh: inMajorUnit(net),
    amount_due: due,
    ...(due !== gross && { round_off_to_coin: due - gross }),
    total_discount: discounts.reduce((sum, { amount = 0 }) => sum + amount, 0),
    discounts,
    tax_lines: taxOf(items),
    payments,
    entry_status: 'Concluded',
    ...(isWeb
      ? { order_number: `W${number}`, delivery: deliveryOf(customer) }
      : {
          operator_id: `op-${seller.length}`,
          operator_name: seller,
          ...(random.chance(0.3) && { salesperson_id: 's-1', salesperson_name: random.pick(sellers) }),
        }),
    ...(random.chance(0.04) && { comment: 'Kunden fikk kvitteringen på e-post.' }),
    ...(random.chance(0.03) && { discount_code: ['VENN-2026'] }),
    ...(random.chance(0.05) && { extra_info: [{ key: 'pose', value: 'ja', value_type: 'string' }] }),
  }
}

/** The receipts of an owner, oldest first. Each is made when it is asked for, and always with the same data. */
export function receiptsOf(owner: Owner): ReceiptHead[] {
  return Array.from({ length: owner.count }, (_, at) => {
    const number = String(owner.firstNumber + at)
    const random = new Random(`${owner.customer.id} receipt ${number}`)
    const id = random.uuid()
    // The same draws as those of `make`, since the list is ordered by them.
    const created_at = iso(purchasedAt(random, owner, at) + recordedAfterMs)
    return { id, created_at, number, make: () => make(owner, at, number) }
  })
}
