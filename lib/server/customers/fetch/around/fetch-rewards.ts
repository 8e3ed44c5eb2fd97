import 'server-only'
import type { CardAnswer, CardDetail, CardsAnswer, MovementsAnswer } from '@/lib/customers/rewards/card'
import { maskCard, maskMovement, maskRule } from '@/lib/customers/rewards/reward-mask'
import type { RewardsQuery } from '@/lib/customers/rewards/rewards-query'
import type { RulesAnswer } from '@/lib/customers/rewards/rule'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import {
  cardEndpoint,
  cardsEndpoint,
  claimsEndpoint,
  movementsEndpoint,
  rulesEndpoint,
} from '@/lib/server/customers/endpoints'
import { toAmount } from '@/lib/server/customers/fetch/around/to-amount'
import { toRule } from '@/lib/server/customers/fetch/around/to-rule'
import { fetchResource } from '@/lib/server/customers/fetch/fetch-resource'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { omitMissing } from '@/lib/server/customers/fetch/to-customer'
import { isNotFound, toApiFailure } from '@/lib/server/http/api-failure'
import type { ResourceRequest } from '@/lib/server/upstream/client'
import {
  type WireCard,
  type WireCardDetail,
  type WireClaim,
  wireCard,
  wireCardDetail,
  wireClaim,
  wireMovement,
  wireRows,
  wireRule,
} from '@/lib/server/upstream/reward-schemas'

/** The gift cards of a customer, and what they can use now. All functions throw `ApiFailure`. */

/** The largest page at Dintero (contract). */
const limit = 100

/**
 * One page of a list of a customer. An id that Dintero keeps nothing for may be answered with 404, which is none. A page that
 * holds its own cursor, or that is longer than was requested, is a failure.
 */
async function fetchRows(
  access: AccountAccess,
  endpoint: Pick<ResourceRequest, 'endpoint' | 'scope' | 'path' | 'query'>,
  { starting_after }: RewardsQuery,
  signal?: AbortSignal,
): Promise<unknown[]> {
  const query = { ...endpoint.query, limit: String(limit), ...(starting_after !== null && { starting_after }) }
  const rows = await fetchResource(access, { ...endpoint, query, schema: wireRows, signal }).catch(
    (thrown: unknown) => {
      if (isNotFound(thrown) && starting_after === null) return []
      throw thrown
    },
  )
  if (rows.length > limit) throw toApiFailure({ kind: 'invalid' })
  return rows
}

/** Where the list continues behind a full page: at the cursor of its last row, unless that is where it began. */
function nextOf(rows: readonly unknown[], cursor: string | null | undefined, { starting_after }: RewardsQuery) {
  if (rows.length < limit || !cursor) return null
  if (cursor === starting_after) throw toApiFailure({ kind: 'invalid' })
  return { starting_after: cursor }
}

const toCard = ({ card_id, name, type, status, created_at, active_from, expires_at }: WireCard) => ({
  card_id,
  ...omitMissing({ name, type, status, created_at, active_from, expires_at }),
})

function toCardDetail(wire: WireCardDetail): CardDetail {
  const { amount_balance, amount_available, currency, tokens } = wire
  return {
    ...toCard(wire),
    ...omitMissing({
      amount_balance: toAmount(amount_balance),
      amount_available: toAmount(amount_available),
      currency,
    }),
    codes: (tokens ?? []).flatMap(({ masked_code }) => masked_code || []),
  }
}

/** One page of the cards of a customer, without their balance. */
export async function fetchCards(
  access: AccountAccess,
  customerId: string,
  query: RewardsQuery,
  signal?: AbortSignal,
): Promise<CardsAnswer> {
  const rows = await fetchRows(access, cardsEndpoint(customerId), query, signal)
  const cards = rows.flatMap((row) => wireCard.safeParse(row).data ?? [])
  return {
    cards: cards.map(toCard),
    unreadable: rows.length - cards.length,
    next: nextOf(rows, cards.at(-1)?.id, query),
  }
}

/** One card of a customer with its balance; `not_found` where it is not a card of this customer. */
export async function fetchCard(
  access: AccountAccess,
  customerId: string,
  cardId: string,
  signal?: AbortSignal,
): Promise<CardAnswer> {
  const wire = await fetchResource(access, { ...cardEndpoint(customerId, cardId), schema: wireCardDetail, signal })
  // A card other than the requested one is never shown in its place.
  if (wire.card_id !== cardId || (wire.customer_id ?? customerId) !== customerId)
    throw toApiFailure({ kind: 'invalid' })
  const card = toCardDetail(wire)
  return { card: (await getMask(access)).isMasked ? maskCard(card) : card }
}

/**
 * The movements of a card of a customer. Dintero answers them for a card, whoever owns it, so that the card is fetched as well: it must
 * be one of this customer.
 */
export async function fetchMovements(
  access: AccountAccess,
  customerId: string,
  cardId: string,
  signal?: AbortSignal,
): Promise<MovementsAnswer> {
  const [rows] = await Promise.all([
    fetchResource(access, { ...movementsEndpoint(cardId), schema: wireRows, signal }),
    fetchCard(access, customerId, cardId, signal),
  ])
  const movements = rows
    .flatMap((row) => wireMovement.safeParse(row).data ?? [])
    .map(({ id, type, amount, ...rest }) => ({ id, type, ...omitMissing({ ...rest, amount: toAmount(amount) }) }))
  const { isMasked } = await getMask(access)
  return { movements: isMasked ? movements.map(maskMovement) : movements, unreadable: rows.length - movements.length }
}

/** One page of what a customer can use now. */
export async function fetchRules(
  access: AccountAccess,
  customerId: string,
  query: RewardsQuery,
  signal?: AbortSignal,
): Promise<RulesAnswer> {
  const rows = await fetchRows(access, rulesEndpoint(customerId), query, signal)
  const parsed = rows.flatMap((row) => wireRule.safeParse(row).data ?? [])
  const rules = parsed.map(toRule)
  const { isMasked } = await getMask(access)
  return {
    rules: isMasked ? rules.map(maskRule) : rules,
    unreadable: rows.length - rules.length,
    next: nextOf(rows, parsed.at(-1)?.ref_id, query),
  }
}

const toClaim = ({ id, purchase_at, deleted_at, ref, type, discounts }: WireClaim) => ({
  id,
  ...omitMissing({ purchase_at, deleted_at, ref, type }),
  uses: (discounts ?? []).flatMap(({ id: rule_id, refs }) =>
    (refs ?? []).map(({ id: ref_id, amount, usage }) =>
      omitMissing({ rule_id, ref_id, amount: toAmount(amount), usage }),
    ),
  ),
})
/** What a customer has used of rules at one purchase. */
export type Claim = ReturnType<typeof toClaim>

/** One page of what a customer has claimed. */
export async function fetchClaims(
  access: AccountAccess,
  customerId: string,
  query: RewardsQuery,
  signal?: AbortSignal,
): Promise<{ claims: Claim[]; unreadable: number; next: { starting_after: string } | null }> {
  const rows = await fetchRows(access, { ...claimsEndpoint, query: { customer_id: customerId } }, query, signal)
  const claims = rows.flatMap((row) => wireClaim.safeParse(row).data ?? [])
  // Without its parameter Dintero lists what everybody has claimed.
  if (claims.some(({ customer_id }) => customer_id !== customerId)) throw toApiFailure({ kind: 'invalid' })
  return {
    claims: claims.map(toClaim),
    unreadable: rows.length - claims.length,
    next: nextOf(rows, claims.at(-1)?.id, query),
  }
}
