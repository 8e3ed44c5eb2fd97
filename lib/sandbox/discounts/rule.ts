/** The shapes of the Discounts API (contract, "Around a customer"), as far as rules of customers have them. */
export type RuleItem = { id?: string; group_id?: string }

export type Rule = {
  id: string
  campaign_id?: string
  name?: string
  description?: string
  receipt_text?: string
  type?: string
  active?: boolean
  private?: boolean
  visible_from?: string
  limitation?: {
    discount_hours?: { timezone?: string; hours: { day: string; start: string; end: string }[] }
    discount_reward_usage?: number
    discount_combination?: number
    discount_repeat_usage?: number
    stamp_expire_days?: number
    blacklist?: RuleItem[]
    [name: string]: unknown
  }
  requirement?: {
    purchase_from?: string
    purchase_to?: string
    store_ids?: string[]
    /** In the minor unit. */
    gross_amount?: number
    currencies?: string[]
    stamp?: number
    discount_code?: string
    item?: { quantity?: number; items?: RuleItem[]; mixes?: { items: RuleItem[]; quantity: number }[] }
    customer?: { [name: string]: unknown }
    [name: string]: unknown
  }
  /** The unit of the value is that of the type: percent, minor units, or a number of items. */
  reward?: { type: string; value: number; effect?: string; base?: string }
  metadata?: { [name: string]: unknown }
  links?: { href: string; rel?: string; type?: string }[]
}

/** What a customer has used at one purchase. */
export type Claim = {
  id: string
  created_at: string
  purchase_at: string
  customer_id: string
  discounts: { id: string; refs: { id: string; amount?: number; usage?: number }[] }[]
  /** What the till calls the purchase. */
  ref: string
  type: string
}

/** A rule that a customer can use now, with how far it was used. */
export type CustomerRule = Rule & {
  ref_id: string
  statistics?: {
    stamp?: number
    current_stamp?: number
    used?: number
    usage?: number
    amount?: number
    debit_balance?: number
  }
}
