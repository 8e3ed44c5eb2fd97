import 'server-only'
import { z } from 'zod'

/**
 * The wire shapes of Dintero's cards and rules (contract, "Around a customer"). Only the ids are required; any other property may be
 * missing, and null counts as missing. Unknown properties are accepted, and those of conditions are kept.
 */

const text = z.string().nullish()
const number = z.number().nullish()
const amount = z.union([z.number(), z.string()]).nullish()
const list = <S extends z.ZodType>(entry: S) => z.array(entry).nullish()

export const wireCard = z.object({
  id: text,
  card_id: z.string().min(1),
  customer_id: text,
  name: text,
  type: text,
  status: text,
  created_at: text,
  active_from: text,
  expires_at: text,
})
export type WireCard = z.infer<typeof wireCard>

export const wireCardDetail = wireCard.extend({
  error: z.undefined().optional(),
  amount_balance: amount,
  amount_available: amount,
  currency: text,
  tokens: list(z.object({ masked_code: text })),
})
export type WireCardDetail = z.infer<typeof wireCardDetail>

export const wireMovement = z.object({
  id: z.string().min(1),
  type: z.string(),
  ref_id: text,
  amount,
  currency: text,
  created_at: text,
})

const goods = list(z.object({ id: text, group_id: text }))

export const wireRule = z.object({
  ref_id: z.string().min(1),
  name: text,
  description: text,
  receipt_text: text,
  reward: z.object({ type: text, value: amount, effect: text }).nullish(),
  requirement: z
    .looseObject({
      purchase_from: text,
      purchase_to: text,
      store_ids: list(z.string()),
      store: z.looseObject({ name: list(z.string()), id: list(z.string()) }).nullish(),
      gross_amount: amount,
      currencies: list(z.unknown()),
      stamp: number,
      discount_code: text,
      item: z
        .object({ quantity: number, items: goods, mixes: list(z.object({ quantity: number, items: goods })) })
        .nullish(),
      customer: z.record(z.string(), z.unknown()).nullish(),
    })
    .nullish(),
  limitation: z
    .looseObject({
      discount_hours: z
        .object({ timezone: text, hours: list(z.object({ day: z.string(), start: z.string(), end: z.string() })) })
        .nullish(),
      discount_reward_usage: number,
      discount_combination: number,
      discount_repeat_usage: number,
      stamp_expire_days: number,
      blacklist: goods,
    })
    .nullish(),
  statistics: z
    .object({
      current_stamp: number,
      /** Not published which of the two is the count. */
      used: z.unknown().optional(),
      usage: z.unknown().optional(),
      debit_balance: amount,
    })
    .nullish(),
})
export type WireRule = z.infer<typeof wireRule>

/** What a customer has claimed of rules, at one purchase. */
export const wireClaim = z.object({
  id: z.string().min(1),
  customer_id: z.string(),
  purchase_at: text,
  deleted_at: text,
  ref: text,
  type: text,
  discounts: list(z.object({ id: text, refs: list(z.object({ id: text, amount, usage: number })) })),
})
export type WireClaim = z.infer<typeof wireClaim>

/** Lists are parsed row by row, as those of customers are. */
export const wireRows = z.array(z.unknown())
