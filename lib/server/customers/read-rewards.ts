import 'server-only'
import type { CardAnswer, CardsAnswer, MovementsAnswer } from '@/lib/customers/rewards/card'
import type { RewardsQuery } from '@/lib/customers/rewards/rewards-query'
import type { RulesAnswer } from '@/lib/customers/rewards/rule'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { fetchCard, fetchCards, fetchMovements, fetchRules } from '@/lib/server/customers/fetch/around/fetch-rewards'
import { requireSection } from '@/lib/server/customers/require-section'
import { sectionEvent, withRecordAudit } from '@/lib/server/customers/with-audit'

/**
 * The gift cards of a customer, and what they can use now, audited. All functions throw `ApiFailure`: `audit_unavailable` when the
 * audit event cannot be committed, and `not_found` where the section is switched off.
 */

async function withRewardAudit<T extends object>(
  access: AccountAccess,
  customerId: string,
  section: string,
  fetchPart: () => Promise<T>,
): Promise<T> {
  requireSection('rewards')
  return withRecordAudit(access, customerId, fetchPart(), () => sectionEvent(customerId, section))
}

/** One page of the cards of a customer. */
export const readCards = (
  access: AccountAccess,
  customerId: string,
  query: RewardsQuery,
  signal?: AbortSignal,
): Promise<CardsAnswer> =>
  withRewardAudit(access, customerId, 'cards', () => fetchCards(access, customerId, query, signal))

/** One card of a customer, with its balance. */
export const readCard = (
  access: AccountAccess,
  customerId: string,
  cardId: string,
  signal?: AbortSignal,
): Promise<CardAnswer> =>
  withRewardAudit(access, customerId, 'card', () => fetchCard(access, customerId, cardId, signal))

/** The movements of a card of a customer. */
export const readMovements = (
  access: AccountAccess,
  customerId: string,
  cardId: string,
  signal?: AbortSignal,
): Promise<MovementsAnswer> =>
  withRewardAudit(access, customerId, 'card-movements', () => fetchMovements(access, customerId, cardId, signal))

/** One page of what a customer can use now. */
export const readRules = (
  access: AccountAccess,
  customerId: string,
  query: RewardsQuery,
  signal?: AbortSignal,
): Promise<RulesAnswer> =>
  withRewardAudit(access, customerId, 'rewards', () => fetchRules(access, customerId, query, signal))
