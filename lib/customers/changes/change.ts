import { z } from 'zod/mini'

/** What Dintero has reported of a customer by webhook: that something changed and when, and of no value but consent what it was. */

/** The events of webhooks that are about a customer (contract, "Webhooks"). */
export const changeEvents = [
  'customer_add',
  'customer_update',
  'customer_delete',
  'token_add',
  'token_remove',
  'receipt_add',
  'receipt_update',
  'discount_customer_update',
  'wallet_transaction',
] as const
export type ChangeEvent = (typeof changeEvents)[number]

const answer = z.nullable(z.boolean())
const instant = z.nullable(z.string())

/** An answer about one channel, before and after; `before` is null as well where nothing was known of it. */
export const consentChangeSchema = z.object({
  channel: z.string(),
  before: answer,
  before_at: instant,
  after: answer,
  after_at: instant,
})
export type ConsentChange = z.infer<typeof consentChangeSchema>

const changeSchema = z.object({
  id: z.number(),
  event: z.enum(changeEvents),
  /** When it happened at Dintero (ISO 8601, UTC). */
  at: z.string(),
  /** The names of the properties that changed; null where nothing was known of the customer before. */
  properties: z.nullable(z.array(z.string())),
  consent: z.array(consentChangeSchema),
})
export type CustomerChange = z.infer<typeof changeSchema>

/** A page of the changes of a customer, the latest first, as they have arrived. */
export const changesAnswerSchema = z.object({
  changes: z.array(changeSchema),
  next: z.nullable(z.object({ before: z.number() })),
  /** Whether this account reports changes, and since when any are known; null while none has arrived. */
  is_on: z.boolean(),
  since: z.nullable(z.string()),
})
export type ChangesAnswer = z.infer<typeof changesAnswerSchema>
