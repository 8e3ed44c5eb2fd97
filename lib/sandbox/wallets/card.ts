/** The shapes of the Wallets API (contract, "Around a customer"): gift cards, credit notes and their movements. */

/** A card as the list of a customer has it. */
export type Card = {
  id: string
  /** The id that the company has given the card; the calls take this one. */
  card_id: string
  customer_id: string
  name?: string
  type?: string
  status?: string
  metadata?: { [name: string]: string }
  created_at: string
  created_by?: string
  active_from?: string
  expires_at?: string
}

export type CardDetail = Card & {
  /** In the minor unit of the currency; what is pending is in the balance and not available. */
  amount_balance?: number
  amount_available?: number
  currency?: string
  tokens?: { masked_code: string; expires_at?: string }[]
}

export type CardTransaction = {
  id: string
  ref_id?: string
  /** drawdown, pending_capture, voided or fund. */
  type: string
  amount: number
  currency: string
  parent_id?: string
  created_at: string
  created_by?: string
  metadata?: { [name: string]: string }
}

/** A card with its movements, newest first. */
export type CardFile = { card: CardDetail; transactions: CardTransaction[] }

/** The part of a card that a list has. */
export function toListedCard({
  amount_balance: _,
  amount_available: __,
  currency: ___,
  tokens: ____,
  ...card
}: CardDetail): Card {
  return card
}
