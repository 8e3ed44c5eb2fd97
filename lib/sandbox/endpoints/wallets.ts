import { notFound } from '../http/api-error'
import { limitParameter, textParameter } from '../http/parameters'
import { type CardFile, toListedCard } from '../wallets/card'
import { type Call, endpoint } from './endpoint'
import { newestFirst, pageOf } from './page-of'
import { many, one } from './schemas'

const base = '/accounts/{aid}/wallets'
const scope = 'read:wallets'

type CustomerCall = Pick<Call<Record<never, never>>, 'around' | 'holds' | 'account' | 'accountId' | 'segment'>

function filesOf({ around, holds, account, accountId, segment }: CustomerCall): CardFile[] {
  const files = around.cards.of(account, accountId, segment)
  if (!files && !holds('cards-of-nobody-are-empty')) throw notFound('No such customer')
  return files ?? []
}

/** Whether a card is the one that a path names. */
const isNamed = ({ card }: CardFile, name: string, holds: CustomerCall['holds']) =>
  (holds('cards-by-card-id') ? card.card_id : card.id) === name

export const customerCards = endpoint({
  id: 'customerCards',
  schema: many('Card'),
  path: `${base}/customers/{customer_id}/cards`,
  scope,
  summary: 'Cards of a customer, without their balance',
  parameters: {
    limit: limitParameter,
    starting_after: textParameter('Cursor: the id of the last card of the page before', { format: 'uuid' }),
  },
  answer(call) {
    const cards = filesOf(call).map(({ card }) => toListedCard(card))
    return { body: JSON.stringify(pageOf(cards.toSorted(newestFirst), call.query, () => true)) }
  },
})

export const oneCard = endpoint({
  id: 'oneCard',
  schema: one('CardDetail'),
  path: `${base}/customers/{customer_id}/cards/{card_id}`,
  scope,
  summary: 'One card of a customer, with its balance and its masked codes',
  parameters: {},
  answer(call) {
    const file = filesOf(call).find((one) => isNamed(one, call.innerSegment, call.holds))
    if (!file) throw notFound('No such card')
    return { body: JSON.stringify(file.card) }
  },
})

export const cardTransactions = endpoint({
  id: 'cardTransactions',
  schema: many('CardTransaction'),
  path: `${base}/cards/{card_id}/transactions`,
  scope,
  summary: 'The movements of a card, newest first',
  parameters: {},
  answer({ around, holds, account, accountId, segment }) {
    const file = around.cards.byCardId(account, accountId, segment)
    if (!file || !holds('card-transactions-by-card-id')) throw notFound('No such card')
    return { body: JSON.stringify(file.transactions) }
  },
})
