import 'server-only'
import type { Rule } from '@/lib/customers/rewards/rule'
import { toAmount } from '@/lib/server/customers/fetch/around/to-amount'
import { omitMissing } from '@/lib/server/customers/fetch/to-customer'
import type { WireRule } from '@/lib/server/upstream/reward-schemas'

type WireGoods = NonNullable<NonNullable<WireRule['limitation']>['blacklist']>

/** The conditions that the words of a rule know; others are told by their names. */
const knownRequirements = new Set([
  ...['purchase_from', 'purchase_to', 'store_ids', 'store', 'gross_amount', 'currencies', 'stamp', 'discount_code'],
  ...['item', 'customer'],
])
const knownLimitations = new Set([
  ...['discount_hours', 'discount_reward_usage', 'discount_combination', 'discount_repeat_usage'],
  ...['stamp_expire_days', 'blacklist'],
])

const isGiven = (value: unknown) =>
  value !== null && value !== undefined && !(typeof value === 'object' && Object.keys(value).length === 0)

/** The names of the conditions that are given and not among those that are known. */
const otherNames = (given: object | null | undefined, known: ReadonlySet<string>): string[] =>
  Object.entries(given ?? {}).flatMap(([name, value]) => (known.has(name) || !isGiven(value) ? [] : [name]))

/** A star stands for all, and so does an item of any kind. */
const isEverything = (text: string) => text === '*' || text === 'ANY_ITEM'

const namesOf = (goods: WireGoods | null | undefined): string[] =>
  [...new Set((goods ?? []).flatMap(({ id, group_id }) => group_id || id || []))].filter((name) => !isEverything(name))

const textsOf = (values: readonly unknown[] | null | undefined): string[] =>
  (values ?? []).filter((value): value is string => typeof value === 'string' && !isEverything(value))

/** Dintero does not publish which of the two counts the uses. */
const usesOf = ({ used, usage }: NonNullable<WireRule['statistics']>): number | undefined =>
  [usage, used].find((count): count is number => typeof count === 'number')

/** A rule in the format of our API: no property that is not named leaves the server. */
export function toRule(wire: WireRule): Rule {
  const { ref_id, name, description, receipt_text } = wire
  const requirement = wire.requirement ?? {}
  const limitation = wire.limitation ?? {}
  const statistics: NonNullable<WireRule['statistics']> = wire.statistics ?? {}
  const { item, store, customer } = requirement
  return {
    ref_id,
    reward: {
      ...omitMissing({ type: wire.reward?.type, value: wire.reward?.value }),
      is_bonus: wire.reward?.effect === 'bonus',
    },
    hours: limitation.discount_hours?.hours ?? [],
    stores: [...new Set([...textsOf(requirement.store_ids), ...textsOf(store?.name ?? store?.id)])],
    goods: namesOf(item?.items),
    excluded: limitation.blacklist?.length ?? 0,
    mixes: (item?.mixes ?? []).map(({ quantity, items }) => ({ ...omitMissing({ quantity }), goods: namesOf(items) })),
    currencies: textsOf(requirement.currencies),
    customer: Object.entries(customer ?? {}).flatMap(([property, value]) => (isGiven(value) ? [property] : [])),
    // Minus one is any number of others.
    is_alone: limitation.discount_combination === 0,
    others: [
      ...otherNames(requirement, knownRequirements),
      ...otherNames(limitation, knownLimitations),
      ...otherNames(store, new Set(['name', 'id'])).map((property) => `store.${property}`),
    ],
    ...omitMissing({
      name,
      description,
      receipt_text,
      from: requirement.purchase_from,
      to: requirement.purchase_to,
      quantity: item?.quantity,
      gross_amount: toAmount(requirement.gross_amount),
      discount_code: requirement.discount_code,
      per_purchase: limitation.discount_reward_usage,
      repeats: limitation.discount_repeat_usage,
      hours_zone: limitation.discount_hours?.timezone,
      used: usesOf(statistics),
      stamps: requirement.stamp,
      current_stamps: statistics.current_stamp,
      stamp_days: limitation.stamp_expire_days,
      debit_balance: toAmount(statistics.debit_balance),
    }),
  }
}
