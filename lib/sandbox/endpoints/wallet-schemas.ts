import type { JsonSchema } from '../http/parameters'
import { anyObject, instant, list, object, text, uuid } from './json-schema'

const amount: JsonSchema = { type: 'integer', description: 'In the minor unit of the currency' }

const card = {
  id: uuid,
  card_id: { ...text, maxLength: 255 },
  customer_id: text,
  name: text,
  type: { ...text, description: 'gift_card or credit_note; other texts may come' },
  status: text,
  metadata: anyObject,
  created_at: instant,
  created_by: text,
  active_from: instant,
  expires_at: instant,
}

/** The schemas of the Wallets API. */
export const walletSchemas = {
  Card: object(card, ['id', 'card_id']),
  CardDetail: object(
    {
      ...card,
      amount_balance: amount,
      amount_available: amount,
      currency: text,
      tokens: list(object({ masked_code: text, expires_at: instant })),
    },
    ['id', 'card_id'],
  ),
  CardTransaction: object(
    {
      id: uuid,
      ref_id: text,
      type: { ...text, description: 'drawdown, pending_capture, voided or fund; other texts may come' },
      amount,
      currency: text,
      parent_id: text,
      created_at: instant,
      created_by: text,
      metadata: anyObject,
    },
    ['id', 'type'],
  ),
} satisfies { [name: string]: JsonSchema }
