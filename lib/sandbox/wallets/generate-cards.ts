import type { Customer } from '../customer'
import { dataNow, iso } from '../generate/instants'
import { Random } from '../generate/random'
import type { CardFile, CardTransaction } from './card'

const dayMs = 86_400_000
const mostCards = 3

/** The prefix of the ids of generated cards, whose numbers lead to their customer. */
export const generatedCardId = /^GK-(\d+)-(\d)$/

function movementsOf(random: Random, cardId: string, createdMs: number, funds: number) {
  const transactions: CardTransaction[] = []
  const add = (type: string, amount: number, atMs: number) =>
    transactions.unshift({
      id: random.uuid(),
      ref_id: `${cardId}-${transactions.length + 1}`,
      ...{ type, amount, currency: 'NOK', created_at: iso(atMs) },
    })
  add('fund', funds, createdMs)
  let balance = funds
  let pending = 0
  let atMs = createdMs
  for (let left = random.int(4); left > 0 && balance > 0; left--) {
    atMs += Math.floor((dataNow - atMs) * random.fraction() * 0.8)
    const amount = Math.min(balance, random.between(5, 80) * 1000)
    const type = random.chance(0.06) ? 'pending_capture' : random.chance(0.05) ? 'voided' : 'drawdown'
    add(type, amount, atMs)
    if (type === 'drawdown') balance -= amount
    if (type === 'pending_capture') pending = Math.min(balance, pending + amount)
  }
  return { transactions, balance, pending }
}

/** The generated cards of a customer. `position` is that of the customer in its account. */
export function cardsOf(customer: Customer, position: number): CardFile[] {
  const { id, customer_id, type, created_at, deleted_at } = customer
  const random = new Random(`${id} cards`)
  if (type === 'contact' || deleted_at || !random.chance(0.3)) return []
  return Array.from({ length: random.between(1, mostCards) }, (_, at): CardFile => {
    const createdMs = Math.floor(Date.parse(created_at) + (dataNow - Date.parse(created_at)) * random.fraction())
    const cardId = `GK-${position}-${at + 1}`
    const funds = random.pick([20_000, 30_000, 50_000, 50_000, 100_000, 200_000])
    const { transactions, balance, pending } = movementsOf(random, cardId, createdMs, funds)
    const isNote = random.chance(0.25)
    const status = balance === 0 ? 'used' : transactions.length === 1 ? 'unused' : 'active'
    return {
      card: {
        id: random.uuid(),
        ...{ card_id: cardId, customer_id, status },
        ...(isNote ? { name: 'Tilgodelapp', type: 'credit_note' } : { name: 'Gavekort', type: 'gift_card' }),
        created_at: iso(createdMs),
        expires_at: iso(createdMs + random.pick([1, 2, 3]) * 365 * dayMs),
        ...{ currency: 'NOK', amount_balance: balance, amount_available: balance - pending },
        tokens: [
          { masked_code: `DINCARD:********-****-****-${random.between(10, 99)}**-*******${random.between(100, 999)}` },
        ],
      },
      transactions,
    }
  })
}
