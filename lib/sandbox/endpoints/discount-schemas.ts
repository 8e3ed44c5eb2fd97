import type { JsonSchema } from '../http/parameters'
import { anyObject, boolean, instant, list, object, text, uuid } from './json-schema'

const integer: JsonSchema = { type: 'integer' }
const items = list(object({ id: text, group_id: text }))

/** The schemas of the Discounts API. */
export const discountSchemas = {
  CustomerRule: object(
    {
      id: uuid,
      ref_id: text,
      campaign_id: text,
      name: text,
      description: text,
      receipt_text: text,
      type: { ...text, description: 'item or receipt' },
      active: boolean,
      private: boolean,
      visible_from: instant,
      limitation: object({
        discount_hours: object({ timezone: text, hours: list(object({ day: text, start: text, end: text })) }),
        discount_reward_usage: integer,
        discount_combination: integer,
        discount_repeat_usage: integer,
        stamp_expire_days: integer,
        blacklist: items,
      }),
      requirement: object({
        purchase_from: text,
        purchase_to: text,
        store_ids: list(text),
        gross_amount: integer,
        currencies: list(text),
        stamp: integer,
        discount_code: text,
        item: object({ quantity: integer, items, mixes: list(object({ items, quantity: integer })) }),
        customer: anyObject,
      }),
      reward: object({ type: text, value: { type: 'number' }, effect: text, base: text }),
      metadata: anyObject,
      links: list(object({ href: text, rel: text, type: text })),
      statistics: object({
        stamp: integer,
        current_stamp: integer,
        used: integer,
        usage: integer,
        amount: integer,
        debit_balance: integer,
      }),
    },
    ['id', 'ref_id'],
  ),
  Claim: object(
    {
      ...{ id: uuid, created_at: instant, created_by: text, purchase_at: instant, customer_id: text },
      discounts: list(
        object({ id: text, refs: list(object({ id: text, amount: integer, usage: integer }, ['id'])) }, ['id', 'refs']),
      ),
      ref: text,
      type: text,
    },
    ['id', 'purchase_at', 'customer_id', 'discounts'],
  ),
} satisfies { [name: string]: JsonSchema }
