import type { Communication, Customer, CustomerRecord, CustomerToken } from '../customer'
import { stableUuid } from '../generate/random'
import { type TagName, tagId, termId } from '../generate/seed-settings'

const account = 'T12345678'
const createdBy = '1c92f7e1-2897-4d46-bdcc-c127a914fb4e'

type Given = Pick<Customer, 'type' | 'customer_id' | 'created_at'> & Partial<Customer>
type Beside = {
  tags?: TagName[]
  tokens?: CustomerToken[]
  communication?: Communication
  hidden?: (keyof Customer)[]
}

/** A named person: what is given stays as it is, ids follow from the customer_id. The type keeps each value exact. */
export function person<const G extends Given>(given: G, beside: Beside = {}) {
  const filled = {
    id: stableUuid(`${account} ${given.customer_id}`),
    created_by: createdBy,
    updated_at: given.created_at,
    ...given,
  }
  return {
    ...filled,
    /** The whole record, for the sandbox itself. */
    record: {
      // Strange people break the shape on purpose: what is given is what is sent.
      customer: filled as unknown as Customer,
      tags: (beside.tags ?? []).map((name) => tagId(account, name)),
      tokens: beside.tokens ?? [],
      communication: beside.communication ?? {},
      ...(beside.hidden ? { hidden: beside.hidden } : {}),
    } satisfies CustomerRecord,
  }
}

/** A deleted customer: nothing is left but who and when. */
export function tombstone<const Id extends string>(customer_id: Id, created_at: string, deleted_at: string) {
  const left = {
    type: 'customer',
    customer_id,
    id: stableUuid(`${account} ${customer_id}`),
    created_at,
    created_by: createdBy,
    deleted_at,
    deleted_by: createdBy,
  } as const
  return { ...left, record: { customer: left, tags: [], tokens: [], communication: {} } satisfies CustomerRecord }
}

/** Consent of the two channels that every account has; `null` was never asked. */
export function consent(sms: boolean | null, email: boolean | null, updated_at: string) {
  return {
    ...(sms === null ? {} : { sms: { consent: sms, updated_at } }),
    ...(email === null ? {} : { email: { consent: email, updated_at } }),
  }
}

/** The terms that T12345678 uses now, accepted at `accepted_at`. */
export function acceptedTerm(accepted_at: string) {
  return { id: termId(account, 3), accepted_at }
}

export function namedToken(
  name: string,
  type: string,
  value: string,
  more: Partial<CustomerToken> = {},
): CustomerToken {
  return { id: stableUuid(`${account} token ${name}`), type, value, created_at: '2025-02-03T10:00:00.000Z', ...more }
}
