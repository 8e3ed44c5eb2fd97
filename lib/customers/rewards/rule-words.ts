import { propertyLabel } from '@/lib/customers/format/property-label'
import { formatAmount, formatPercent } from '@/lib/customers/receipts/amount'
import type { Rule } from '@/lib/customers/rewards/rule'
import { zoneAllYear } from '@/lib/customers/rewards/zone-all-year'
import { fill, type Messages, plural } from '@/lib/messages/messages'
import { cacheFormat, formatDate, parseInstant } from '@/lib/time'

export type RuleContext = { t: Messages; locale: string; zone: string; now: Date }

/** A rule in words, to be read aloud: what it gives, under which conditions, and how much of it is left. */
export type RuleWords = {
  /** The name that the company has given it; what it gives, where it has none. */
  title: string
  /** What it gives, and its conditions: `20% off on shoes, until 31 Dec 2026`. */
  sentence: string
  /** `2 of 3 uses left`, `7 of 10 stamps`, or what is left to spend; undefined where nothing is counted. */
  progress?: string
}

/** The types of reward whose value is an amount. */
const moneyTypes: readonly (string | undefined)[] = [
  'discount_amount',
  'discount_item_new_price',
  'discount_mix_new_price',
  'discount_debit',
]

/** How many goods or stores are named. */
const maxNamed = 4

const majorFormat = cacheFormat(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
)
const listFormat = cacheFormat((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/**
 * An amount in the currency that the rule requires. A rule of several currencies or of none has no currency of its own: its amounts are
 * written as in a shop, with two decimals, and a condition says which currencies there are. What is no whole number stays as it was sent.
 */
function moneyText(amount: number | string, { currencies }: Rule, { t, locale }: RuleContext): string {
  if (!Number.isSafeInteger(amount)) return String(amount)
  const [currency, ...others] = currencies
  if (currency !== undefined && others.length === 0) return formatAmount(amount, currency, t, locale)
  return majorFormat(locale, '').format(Number(amount) / 100)
}

/** `shoes and clothes`, or the first few and how many more. */
function namesText(names: readonly string[], { t, locale }: RuleContext): string {
  const shown = listFormat(locale, '').format(names.slice(0, maxNamed))
  const more = names.length - maxNamed
  return more > 0 ? fill(t.rewards.conditions.goodsMore, { goods: shown, count: more.toLocaleString(locale) }) : shown
}

/** What the rule gives: `20% off`, `2 free`. A type that nobody knows is told as it is. */
function rewardText(rule: Rule, context: RuleContext): string {
  const { t, locale } = context
  const { type, value, is_bonus } = rule.reward
  const words = t.rewards.reward
  const percent = (of: number | string) => (typeof of === 'number' ? formatPercent(of, locale) : `${of} %`)
  const plain = () => {
    if (value === undefined || type === undefined) return type ? fill(words.unknown, { type }) : words.none
    switch (type) {
      case 'discount_percent':
        return fill(words.discount_percent, { value: percent(value) })
      case 'discount_item_percent':
        return value === 100 ? words.discount_item_free : fill(words.discount_item_percent, { value: percent(value) })
      case 'discount_item_quantity':
        return fill(words.discount_item_quantity, { count: value.toLocaleString(locale) })
      case 'discount_amount':
      case 'discount_item_new_price':
      case 'discount_mix_new_price':
      case 'discount_debit':
        return fill(words[type], { value: moneyText(value, rule, context) })
      default:
        return fill(words.unknown, { type })
    }
  }
  return is_bonus ? fill(words.bonus, { reward: plain() }) : plain()
}

/** At which hours of the week, in which zone: a shop may be in another one than the person who reads it aloud. */
function hourConditions({ hours, hours_zone }: Rule, { t, locale }: RuleContext): string[] {
  if (hours.length === 0) return []
  const words = t.rewards.conditions
  const days: Record<string, string> = t.rewards.days
  const text = hours.map(({ day, start, end }) => fill(words.hours, { day: days[day] ?? day, start, end })).join(', ')
  return hours_zone
    ? [fill(words.hoursIn, { hours: text, zone: zoneAllYear(locale, hours_zone) })]
    : [text, words.noZone]
}

/** When it can be used: from a day that is still to come, until a day, and at which hours. */
function timeConditions(rule: Rule, context: RuleContext): string[] {
  const { from, to } = rule
  const { t, locale, zone, now } = context
  const words = t.rewards.conditions
  const begin = parseInstant(from)
  return [
    ...(from && begin && begin > now ? [fill(words.from, { date: formatDate(from, locale, zone) })] : []),
    ...(to ? [fill(words.until, { date: formatDate(to, locale, zone) })] : []),
    ...hourConditions(rule, context),
  ]
}

/** The amounts of money that the words of a rule contain. */
const amountsOf = ({ gross_amount, reward: { type, value }, debit_balance }: Rule) =>
  [moneyTypes.includes(type) ? value : undefined, gross_amount || undefined, debit_balance].filter(
    (amount) => amount !== undefined,
  )

/**
 * In which currencies it is good, unless its amounts say so. Neither Dintero's rule nor its account names another currency: of
 * amounts without one that is all that can be said.
 */
function currencyConditions(rule: Rule, context: RuleContext): string[] {
  const words = context.t.rewards.conditions
  const { currencies } = rule
  const amounts = amountsOf(rule)
  if (currencies.length === 0) return amounts.some((amount) => Number.isSafeInteger(amount)) ? [words.noCurrency] : []
  if (currencies.length === 1 && amounts.length > 0) return []
  return [fill(words.currencies, { currencies: namesText(currencies, context) })]
}

/** On what, where and for whom it is good, one text for each condition, with those that this product does not know by their names. */
function otherConditions(rule: Rule, context: RuleContext): string[] {
  const { t, locale } = context
  const words = t.rewards.conditions
  const { goods, quantity, mixes, gross_amount, stores, discount_code, customer, per_purchase } = rule
  const labelOf = (property: string) => {
    const label = propertyLabel(property, t)
    return label === property ? property : label.toLowerCase()
  }
  const mixText = ({ quantity: count = 1, goods: ofMix }: Rule['mixes'][number]) =>
    fill(words.mixPart, { count: count.toLocaleString(locale), goods: namesText(ofMix, context) })
  return [
    ...(goods.length > 0 ? [fill(words.goods, { goods: namesText(goods, context) })] : []),
    ...(quantity !== undefined && quantity > 1
      ? [fill(words.quantity, { count: quantity.toLocaleString(locale) })]
      : []),
    ...(mixes.length > 0 ? [fill(words.mix, { mixes: listFormat(locale, '').format(mixes.map(mixText)) })] : []),
    ...(gross_amount ? [fill(words.amount, { amount: moneyText(gross_amount, rule, context) })] : []),
    ...currencyConditions(rule, context),
    ...(stores.length > 0 ? [fill(words.stores, { stores: namesText(stores, context) })] : []),
    ...(discount_code ? [fill(words.code, { code: discount_code })] : []),
    ...(customer.length > 0 ? [fill(words.customer, { properties: namesText(customer.map(labelOf), context) })] : []),
    ...(per_purchase !== undefined ? [plural(words.perPurchase, per_purchase, locale)] : []),
    ...(rule.is_alone ? [words.alone] : []),
    ...(rule.excluded > 0 ? [plural(words.excluded, rule.excluded, locale)] : []),
    ...(rule.stamp_days !== undefined ? [plural(words.stampDays, rule.stamp_days, locale)] : []),
    ...(rule.others.length > 0 ? [fill(words.others, { names: namesText(rule.others, context) })] : []),
  ]
}

/** How much is left: stamps before money before uses. */
function progressText(rule: Rule, context: RuleContext): string | undefined {
  const { t, locale } = context
  const { stamps, current_stamps = 0, debit_balance, repeats, used = 0 } = rule
  const number = (value: number) => value.toLocaleString(locale)
  if (stamps !== undefined) return fill(t.rewards.stamps, { current: number(current_stamps), of: number(stamps) })
  if (debit_balance !== undefined) return fill(t.rewards.left, { amount: moneyText(debit_balance, rule, context) })
  if (repeats === undefined) return undefined
  const form = plural(t.rewards.usesLeft, repeats, locale)
  return fill(form, { left: number(Math.max(0, repeats - used)) })
}

/** A rule in the words of a language. */
export function ruleWords(rule: Rule, context: RuleContext): RuleWords {
  const reward = rewardText(rule, context)
  const sentence = [reward, ...otherConditions(rule, context), ...timeConditions(rule, context)]
  const [gives = '', ...conditions] = sentence
  const isOnGoods = rule.goods.length > 0
  const [goods = '', ...rest] = conditions
  const progress = progressText(rule, context)
  return {
    title: rule.name?.trim() || rule.receipt_text?.trim() || rule.description?.trim() || reward,
    // What it is good for follows what it gives without a comma.
    sentence: [isOnGoods ? `${gives} ${goods}` : gives, ...(isOnGoods ? rest : conditions)].join(', '),
    ...(progress !== undefined && { progress }),
  }
}
