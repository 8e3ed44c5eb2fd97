import { z } from 'zod/mini'
import { nextSchema } from '@/lib/customers/model/customer'

/** The schemas of what a customer can use now, as our route answers it. */

const text = z.optional(z.string())
const number = z.optional(z.number())
const texts = z.array(z.string())
/** A text is what Dintero sent in place of a number. */
const amount = z.optional(z.union([z.number(), z.string()]))

const rule = z.object({
  /** The id of the rule as this customer has it. */
  ref_id: z.string(),
  name: text,
  description: text,
  receipt_text: text,
  /** The unit of the value is that of the type: percent, minor units, or a number of items. */
  reward: z.object({ type: text, value: amount, is_bonus: z.boolean() }),
  /** When it can be used. */
  from: text,
  to: text,
  hours: z.array(z.object({ day: z.string(), start: z.string(), end: z.string() })),
  /** The IANA zone of those hours. */
  hours_zone: text,
  /** The stores, by name or by id; none where it is good in all. */
  stores: texts,
  /** The goods, by group or by id; none where it is good for all. */
  goods: texts,
  /** How many goods that are excluded there are. */
  excluded: z.number(),
  quantity: number,
  mixes: z.array(z.object({ quantity: number, goods: texts })),
  /** In the minor unit. */
  gross_amount: amount,
  currencies: texts,
  discount_code: text,
  /** What the customer must be, by the names of the properties. */
  customer: texts,
  per_purchase: number,
  is_alone: z.boolean(),
  /** How often it may be used, and was. */
  repeats: number,
  used: number,
  stamps: number,
  current_stamps: number,
  stamp_days: number,
  debit_balance: amount,
  /** The names of conditions that this product does not know. */
  others: texts,
})
/** What a customer can use now, with its conditions. */
export type Rule = z.infer<typeof rule>

/** The rules of a customer; `unreadable` counts entries that break the contract. */
export const rulesAnswerSchema = z.object({
  rules: z.array(rule),
  unreadable: z.number(),
  next: nextSchema,
})
export type RulesAnswer = z.infer<typeof rulesAnswerSchema>
