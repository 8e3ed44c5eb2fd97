import { type MaskOf, maskBy } from '@/lib/customers/receipts/mask-by'
import type { CardDetail, Movement } from '@/lib/customers/rewards/card'
import type { Rule } from '@/lib/customers/rewards/rule'

/**
 * What a person without `contact:read` sees of cards and rules: no code, not even a part of it, and no reference of a payment. A new
 * property does not compile until it has a decision here.
 */

const cardMask = {
  card_id: 'shown',
  name: 'shown',
  type: 'shown',
  status: 'shown',
  created_at: 'shown',
  active_from: 'shown',
  expires_at: 'shown',
  amount_balance: 'shown',
  amount_available: 'shown',
  currency: 'shown',
  codes: 'masked',
} as const satisfies MaskOf<CardDetail>

const movementMask = {
  id: 'shown',
  type: 'shown',
  ref_id: 'masked',
  amount: 'shown',
  currency: 'shown',
  created_at: 'shown',
} as const satisfies MaskOf<Movement>

const ruleMask = {
  ref_id: 'shown',
  name: 'shown',
  description: 'shown',
  receipt_text: 'shown',
  reward: 'shown',
  from: 'shown',
  to: 'shown',
  hours: 'shown',
  hours_zone: 'shown',
  stores: 'shown',
  goods: 'shown',
  excluded: 'shown',
  quantity: 'shown',
  mixes: 'shown',
  gross_amount: 'shown',
  currencies: 'shown',
  discount_code: 'masked',
  customer: 'shown',
  per_purchase: 'shown',
  is_alone: 'shown',
  repeats: 'shown',
  used: 'shown',
  stamps: 'shown',
  current_stamps: 'shown',
  stamp_days: 'shown',
  debit_balance: 'shown',
  others: 'shown',
} as const satisfies MaskOf<Rule>

export const maskCard = (card: CardDetail): CardDetail => maskBy(card, cardMask)

export const maskMovement = (movement: Movement): Movement => maskBy(movement, movementMask)

export const maskRule = (rule: Rule): Rule => maskBy(rule, ruleMask)
