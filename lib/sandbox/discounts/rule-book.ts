import type { CustomerReader } from '../store/customer-reader'
import { claimsOf, positionOfClaim } from './claims-of'
import type { Claim, CustomerRule } from './rule'
import { rulesOf } from './rules-of'

/** A rule with another code: a masked role of the app does not see it. */
function withOtherValues(rule: CustomerRule): CustomerRule {
  const { requirement } = rule
  return requirement?.discount_code === undefined
    ? rule
    : { ...rule, requirement: { ...requirement, discount_code: 'OTHER' } }
}

/** The rules that customers can use now. */
export function createRuleBook(customers: CustomerReader, hasOtherMaskedValues: boolean) {
  return {
    /** The rules of a customer; `undefined` where the account has no such customer. */
    of(account: number, customerId: string): CustomerRule[] | undefined {
      const found = customers.byId(account, customerId)
      const rules = found && rulesOf(found.customer)
      return hasOtherMaskedValues ? rules?.map(withOtherValues) : rules
    },

    /** What a customer has claimed; `undefined` where the account has no such customer. */
    claimsOf(account: number, customerId: string): Claim[] | undefined {
      const found = customers.byId(account, customerId)
      return found && claimsOf(found, rulesOf(found.customer))
    },

    /** The claims of all customers with this `ref`. */
    claimsByRef(account: number, ref: string): Claim[] {
      const position = positionOfClaim(ref)
      const found = position < 0 ? undefined : customers.at(account, position)
      return found ? claimsOf(found, rulesOf(found.customer)).filter((claim) => claim.ref === ref) : []
    },
  }
}
