import { dataNow } from '../generate/instants'
import { Random } from '../generate/random'
import { numbersPerCustomer } from '../receipts/owner'
import type { PlacedCustomer } from '../store/customer-reader'
import type { Claim, CustomerRule } from './rule'

const dayMs = 86_400_000
const spanMs = 180 * dayMs

/** The position of the customer whose claims have a `ref`; -1 for a text that is no such ref. */
export const positionOfClaim = (ref: string): number =>
  /^\d{4,12}$/.test(ref) ? Math.floor(Number(ref) / numbersPerCustomer) - 1 : -1

/** The claims of a customer, one for each use of its rules, always the same ones. `ref` is the number of the till. */
export function claimsOf({ customer, position }: PlacedCustomer, rules: readonly CustomerRule[]): Claim[] {
  const claims: Claim[] = []
  for (const rule of rules)
    for (let use = 0; use < (rule.statistics?.used ?? 0); use++) {
      const random = new Random(`${customer.id} claim ${rule.ref_id} ${use}`)
      const at = new Date(dataNow - random.int(spanMs)).toISOString()
      claims.push({
        ...{ id: random.uuid(), created_at: at, purchase_at: at, customer_id: customer.customer_id },
        discounts: [{ id: rule.id, refs: [{ id: rule.ref_id, usage: 1 }] }],
        ...{ ref: String((position + 1) * numbersPerCustomer + claims.length + 1), type: 'pos' },
      })
    }
  return claims
}
