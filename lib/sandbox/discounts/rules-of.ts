import type { Customer } from '../customer'
import { Random } from '../generate/random'
import type { CustomerRule, Rule } from './rule'
import { rules, strangeRule } from './seed-rules'

const all: readonly Rule[] = Object.values(rules)

/** How far a customer has used a rule. */
function statisticsOf(random: Random, { requirement, limitation, reward }: Rule): CustomerRule['statistics'] {
  const { stamp } = requirement ?? {}
  const repeats = limitation?.discount_repeat_usage ?? 1
  const used = random.int(Math.max(1, repeats))
  return {
    used,
    usage: used,
    ...(stamp !== undefined && { stamp, current_stamp: random.int(stamp) }),
    ...(reward?.type === 'discount_debit' && { debit_balance: reward.value - random.int(4) * 10_000 }),
  }
}

const withRef = (customer: Customer, rule: Rule): CustomerRule => {
  const random = new Random(`${customer.id} ref ${rule.id}`)
  return { ...rule, ref_id: random.uuid(), statistics: statisticsOf(random, rule) }
}

/**
 * The rules that a customer can use now, always the same ones. Nora Bjørgum has all of them, with seven of ten stamps; used-up,
 * expired and inactive ones are left out.
 */
export function rulesOf(customer: Customer): CustomerRule[] {
  const { id, customer_id, type, deleted_at } = customer
  if (type === 'contact' || deleted_at) return []
  if (customer_id === 'K-214907')
    return all.map((rule) => {
      const own = withRef(customer, rule)
      const statistics = { ...own.statistics, used: 1, usage: 1 }
      if (rule.id === rules.amount.id) return { ...own, statistics: { ...statistics, used: 0, usage: 0 } }
      if (rule.id === rules.stamps.id) return { ...own, statistics: { ...statistics, current_stamp: 7 } }
      return { ...own, statistics }
    })
  if (customer_id === 'S-00005') return [withRef(customer, strangeRule), { id: strangeRule.id, ref_id: 'bare' }]
  const random = new Random(`${id} rules`)
  return all.filter(() => random.chance(0.4)).map((rule) => withRef(customer, rule))
}
