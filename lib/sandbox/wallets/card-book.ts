import { accounts } from '../seed/seed'
import type { CustomerReader } from '../store/customer-reader'
import type { CardFile } from './card'
import { cardsOf, generatedCardId } from './generate-cards'
import { namedCards } from './seed-cards'

const named: readonly CardFile[] = Object.values(namedCards)

/** A card with other values in all that a masked role of the app does not see. */
function withOtherValues({ card, transactions }: CardFile): CardFile {
  const { tokens } = card
  return {
    card: {
      ...card,
      ...(card.metadata && { metadata: { other: 'other' } }),
      ...(tokens && { tokens: tokens.map((token) => ({ ...token, masked_code: 'other' })) }),
    },
    transactions: transactions.map((one) => ({ ...one, ...(one.ref_id !== undefined && { ref_id: 'other' }) })),
  }
}

/** The gift cards and credit notes of all customers. */
export function createCardBook(customers: CustomerReader, hasOtherMaskedValues: boolean) {
  const seen = (file: CardFile) => (hasOtherMaskedValues ? withOtherValues(file) : file)
  const namedOf = (accountId: string) => (accountId === accounts.test ? named : [])
  return {
    /** The cards of a customer; `undefined` where the account has no such customer. */
    of(account: number, accountId: string, customerId: string): CardFile[] | undefined {
      const found = customers.byId(account, customerId)
      if (!found) return undefined
      const own = namedOf(accountId).filter(({ card }) => card.customer_id === customerId)
      return (own.length > 0 ? own : cardsOf(found.customer, found.position)).map(seen)
    },

    /** The card with this `card_id`, whoever owns it. */
    byCardId(account: number, accountId: string, cardId: string): CardFile | undefined {
      const own = namedOf(accountId).find(({ card }) => card.card_id === cardId)
      if (own) return seen(own)
      const position = generatedCardId.exec(cardId)?.[1]
      const found = position === undefined ? undefined : customers.at(account, Number(position))
      const files = found ? cardsOf(found.customer, found.position) : []
      const file = files.find(({ card }) => card.card_id === cardId)
      return file && seen(file)
    },
  }
}
