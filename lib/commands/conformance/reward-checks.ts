import { type Check, differs, holds, notSeen, type Verdict } from './check'
import { candidatesOf } from './receipt-checks'
import { type Sample, textOf } from './sample'
import type { Answer, Upstream } from './upstream'

const unknownId = '00000000-dead-4bad-8bad-000000000000'

const forbidden = (scope: string) => notSeen(`the client lacks the scope ${scope}`)

/** The first answer with as many rows as are needed, with its customer; or why there is none. */
async function findRows(
  sample: Sample,
  fetchOf: (customerId: string) => Promise<Answer>,
  least: number,
  { scope, missing }: { scope: string; missing: string },
): Promise<{ customerId: string; answer: Answer } | { none: Verdict }> {
  for (const customerId of candidatesOf(sample)) {
    const answer = await fetchOf(customerId)
    if (answer.status === 403) return { none: forbidden(scope) }
    if (answer.rows.length >= least) return { customerId, answer }
  }
  return { none: notSeen(missing) }
}

/** A check that an id of nobody has an empty list. */
const ofNobody = (
  what: 'cards' | 'rules' | 'claims',
  scope: string,
  fetchOf: (upstream: Upstream) => Promise<Answer>,
): Check => ({
  id: `${what}-of-nobody-are-empty`,
  assumed: `an id that is no customer has an empty list of ${what}`,
  async run(upstream) {
    const { status, rows } = await fetchOf(upstream)
    if (status === 403) return forbidden(scope)
    return status === 200 && rows.length === 0 ? holds : differs(`it answers ${status}`)
  },
})

/** A check that something of a card is called by its `card_id`. */
const ofCard = (
  id: string,
  assumed: string,
  fetchOf: (upstream: Upstream, cardId: string, customerId: string) => Promise<Answer>,
): Check => ({
  id,
  assumed,
  async run(upstream, sample) {
    const about = { scope: 'read:wallets', missing: 'no customer with a card' }
    const found = await findRows(sample, (customerId) => upstream.fetchCards(customerId), 1, about)
    if ('none' in found) return found.none
    const cardId = textOf(found.answer.rows[0], 'card_id') ?? unknownId
    const { status } = await fetchOf(upstream, cardId, found.customerId)
    return status === 200 ? holds : differs(`it answers ${status}`)
  },
})

/** What is assumed about cards and rewards. A client without their scopes sees none of it. */
export const rewardChecks: Check[] = [
  ofCard('cards-by-card-id', 'a card is called by its card_id, and not by its id', (upstream, cardId, customerId) =>
    upstream.fetchCard(customerId, cardId),
  ),
  ofNobody('cards', 'read:wallets', (upstream) => upstream.fetchCards(unknownId)),
  ofCard('card-transactions-by-card-id', 'the movements of a card are called by its card_id', (upstream, cardId) =>
    upstream.fetchTransactions(cardId),
  ),
  {
    id: 'rules-cursor-is-ref-id',
    assumed: 'starting_after of the rules of a customer takes the ref_id',
    async run(upstream, sample) {
      const about = { scope: 'read:discounts', missing: 'no customer with two rules' }
      const found = await findRows(sample, (id) => upstream.fetchRules(id, { limit: '2' }), 2, about)
      if ('none' in found) return found.none
      const [first, second] = found.answer.rows
      const cursor = textOf(first, 'ref_id') ?? unknownId
      const { status, rows } = await upstream.fetchRules(found.customerId, { limit: '1', starting_after: cursor })
      if (status !== 200) return differs(`with the ref_id it answers ${status}`)
      return rows[0]?.ref_id === second?.ref_id ? holds : differs('the ref_id leads elsewhere')
    },
  },
  ofNobody('rules', 'read:discounts', (upstream) => upstream.fetchRules(unknownId, { limit: '1' })),
  {
    id: 'rules-by-ref-id',
    assumed: 'one rule of a customer is called by its ref_id',
    async run(upstream, sample) {
      const about = { scope: 'read:discounts', missing: 'no customer with a rule' }
      const found = await findRows(sample, (id) => upstream.fetchRules(id, { limit: '1' }), 1, about)
      if ('none' in found) return found.none
      const { status } = await upstream.fetchRule(found.customerId, textOf(found.answer.rows[0], 'ref_id') ?? unknownId)
      return status === 200 ? holds : differs(`it answers ${status}`)
    },
  },
  ofNobody('claims', 'read:discounts', (upstream) => upstream.fetchClaims({ customer_id: unknownId })),
  {
    id: 'claims-by-ref',
    assumed: 'with ref, the claims are those of that purchase alone',
    async run(upstream, sample) {
      const about = { scope: 'read:discounts', missing: 'no customer with two claims' }
      const found = await findRows(sample, (id) => upstream.fetchClaims({ customer_id: id }), 2, about)
      if ('none' in found) return found.none
      const [first, ...others] = found.answer.rows.map((row) => textOf(row, 'ref'))
      if (!first || others.includes(first)) return notSeen('no claim whose ref no other has')
      const { status, rows } = await upstream.fetchClaims({ customer_id: found.customerId, ref: first })
      if (status !== 200) return differs(`with ref it answers ${status}`)
      return rows.length === 1 && textOf(rows[0], 'ref') === first
        ? holds
        : differs('claims of other purchases are found')
    },
  },
]
