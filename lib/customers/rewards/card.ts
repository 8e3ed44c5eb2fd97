import { z } from 'zod/mini'
import { nextSchema } from '@/lib/customers/model/customer'

/** The schemas of the gift cards and credit notes of a customer, as our routes answer them. Property names are Dintero's own. */

const text = z.optional(z.string())
/** In the minor unit of the currency; a text is what Dintero sent in place of a whole number. */
const amount = z.optional(z.union([z.number(), z.string()]))

const listed = {
  /** The id by which the calls name it. */
  card_id: z.string(),
  name: text,
  type: text,
  status: text,
  created_at: text,
  active_from: text,
  expires_at: text,
}
const card = z.object(listed)
/** A card as a list of them shows it: its balance takes a call of its own. */
export type Card = z.infer<typeof card>

/** The cards of a customer, newest first; `unreadable` counts entries that break the contract. */
export const cardsAnswerSchema = z.object({
  cards: z.array(card),
  unreadable: z.number(),
  next: nextSchema,
})
export type CardsAnswer = z.infer<typeof cardsAnswerSchema>

const cardDetail = z.object({
  ...listed,
  amount_balance: amount,
  amount_available: amount,
  currency: text,
  /** The codes, masked by Dintero itself. */
  codes: z.array(z.string()),
})
export type CardDetail = z.infer<typeof cardDetail>

export const cardAnswerSchema = z.object({ card: cardDetail })
export type CardAnswer = z.infer<typeof cardAnswerSchema>

const movement = z.object({
  id: z.string(),
  type: z.string(),
  ref_id: text,
  amount,
  currency: text,
  created_at: text,
})
/** One movement of a card, such as a purchase that was paid with it. */
export type Movement = z.infer<typeof movement>

export const movementsAnswerSchema = z.object({ movements: z.array(movement), unreadable: z.number() })
export type MovementsAnswer = z.infer<typeof movementsAnswerSchema>

/** The path parameters of a URL of one card of a customer. */
export const cardParams = z.object({ customerId: z.string(), cardId: z.string() })
