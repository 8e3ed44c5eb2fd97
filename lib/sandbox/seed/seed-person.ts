import type { Communication, Customer, CustomerRecord, CustomerToken } from '../customer'
import { stableUuid } from '../generate/random'
import { currentTermId, type TagName, tagId } from '../generate/seed-settings'

const account = 'T12345678'
const createdBy = '1c92f7e1-2897-4d46-bdcc-c127a914fb4e'

type Given = Pick<Customer, 'type' | 'customer_id' | 'created_at'> & Partial<Customer>
type Details = {
  tags?: TagName[]
  tokens?: CustomerToken[]
  communication?: Communication
  hidden?: (keyof Customer)[]
}

/**
 * A named person. Given values are not changed, ids are derived from the customer_id, and the type keeps literal
 * values.
 */
export function person<const G extends Given>(given: G, details: Details = {}) {
  const filled = {
    id: stableUuid(`${account} ${given.customer_id}`),
    created_by: createdBy,
    updated_at: given.created_at,
    ...given,
  }
  return {
    ...filled,
    /** The complete data for the store. */
    record: {
      // Strange people violate the type on purpose: the given values are sent unchanged.
      customer: filled as unknown as Customer,
      tags: (details.tags ?? []).map((name) => tagId(account, name)),
      tokens: details.tokens ?? [],
      communication: details.communication ?? {},
      ...(details.hidden ? { hidden: details.hidden } : {}),
    } satisfies CustomerRecord,
  }
}

/** A deleted customer, which only has ids, times and editors, and the tokens that were not deleted with it. */
export function tombstone<const Id extends string>(
  customer_id: Id,
  created_at: string,
  deleted_at: string,
  tokens: CustomerToken[] = [],
) {
  const left = {
    type: 'customer',
    customer_id,
    id: stableUuid(`${account} ${customer_id}`),
    created_at,
    created_by: createdBy,
    deleted_at,
    deleted_by: createdBy,
  } as const
  return { ...left, record: { customer: left, tags: [], tokens, communication: {} } satisfies CustomerRecord }
}

/** Consent for the two channels that every account has. `null` gives no entry for a channel. */
export function consent(sms: boolean | null, email: boolean | null, updated_at: string) {
  return {
    ...(sms === null ? {} : { sms: { consent: sms, updated_at } }),
    ...(email === null ? {} : { email: { consent: email, updated_at } }),
  }
}

/** The current terms of T12345678, accepted at `accepted_at`. */
export function acceptedTerm(accepted_at: string) {
  return { id: currentTermId(account), accepted_at }
}

export function namedToken(
  name: string,
  type: string,
  value: string,
  more: Partial<CustomerToken> = {},
): CustomerToken {
  return { id: stableUuid(`${account} token ${name}`), type, value, created_at: '2025-02-03T10:00:00.000Z', ...more }
}
