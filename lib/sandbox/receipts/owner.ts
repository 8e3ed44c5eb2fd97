import type { Customer } from '../customer'
import { dataNow } from '../generate/instants'
import { Random, weighted } from '../generate/random'
import { formerIds, receiptCounts } from './seed-owners'

/** Whose receipts are kept under an id: a customer's, in a period of time. */
export type Owner = {
  /** The id under which the receipts are kept; after a change of ids it is the id of that time. */
  customerId: string
  customer: Customer
  fromMs: number
  toMs: number
  count: number
  /** Where the numbers of these receipts begin. */
  firstNumber: number
}

const dayMs = 86_400_000
const yearMs = 365 * dayMs
export const mostReceipts = 400
/** The numbers that the till has for one customer: 400 under the present id, the rest under earlier ones. */
export const numbersPerCustomer = 1000
const formerStep = 100
const beginMs = dataNow - 3 * yearMs
const endMs = dataNow - 30_000

const pickYearly = weighted([
  [0, 22],
  [1.5, 26],
  [4, 26],
  [9, 16],
  [22, 7],
  [60, 2],
  [150, 1],
] as const)

/** How many receipts a customer has: as many as fit the time since it was created, and none for those who act for others. */
function countOf({ id, customer_id, type, deleted_at }: Customer, fromMs: number): number {
  const given = receiptCounts[customer_id]
  if (given !== undefined) return given
  if (type === 'contact' || deleted_at) return 0
  const random = new Random(`${id} number of receipts`)
  const yearly = pickYearly(random)
  if (yearly === 0) return 0
  const expected = ((endMs - fromMs) / yearMs) * yearly * (0.5 + random.fraction())
  return Math.min(mostReceipts, Math.max(Math.round(expected), random.chance(0.6) ? 1 : 0))
}

/**
 * The owners of all receipts of a customer: the present id, then the earlier ones, newest first. `position` is that of the
 * customer in its account.
 */
export function ownersOf(customer: Customer, position: number): Owner[] {
  const earlier = formerIds.filter(({ of }) => of === customer.customer_id)
  const createdMs = Date.parse(customer.created_at)
  const changedMs = earlier.map(({ until }) => Date.parse(until))
  const fromMs = Math.max(beginMs, createdMs, ...changedMs)
  const base = (position + 1) * numbersPerCustomer
  const present: Owner = {
    customerId: customer.customer_id,
    customer,
    fromMs,
    toMs: Math.max(endMs, fromMs),
    count: countOf(customer, fromMs),
    firstNumber: base + 1,
  }
  const former = earlier.map(
    ({ id, until, count }, at): Owner => ({
      customerId: id,
      customer,
      fromMs: Math.max(createdMs, changedMs[at + 1] ?? createdMs, Date.parse(until) - 2 * yearMs),
      toMs: Date.parse(until),
      count,
      firstNumber: base + mostReceipts + 1 + at * formerStep,
    }),
  )
  return [present, ...former]
}
