import type { CustomerReader } from '../store/customer-reader'
import type { CustomerRule } from './rule'
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
  }
}
