import 'server-only'
import { canBeCustomerId } from '@/lib/customers/customer-id'
import { noFilters } from '@/lib/customers/customer-query'
import type { RawAnswer, RecordAnswer, RecordCheck } from '@/lib/customers/record'
import { ApiFailure, toApiFailure } from '@/lib/server/api-failure'
import { askCollection } from '@/lib/server/customers/ask-collection'
import { askWhole } from '@/lib/server/customers/ask-one'
import { readWireRecord } from '@/lib/server/customers/to-customer'
import type { AccountAccess } from '@/lib/server/viewer'

const textAt = (raw: unknown, property: string): unknown =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[property] : undefined

const isMissing = (thrown: unknown) => thrown instanceof ApiFailure && thrown.error.code === 'not_found'

/**
 * Where the single call knows nobody, the collection may: of a deleted customer a real account may answer 404 (contract,
 * "Assumed"). Only when neither does, it never existed.
 */
async function findInCollection(access: AccountAccess, customerId: string, signal?: AbortSignal): Promise<unknown> {
  const query = { ...noFilters, search: customerId, type: 'any' as const, include_deleted: true }
  const rows = await askCollection(access, { ...query, limit: 100, starting_after: null, by_word: null }, signal)
  const found = rows.find((row) => textAt(row, 'customer_id') === customerId)
  if (found === undefined) throw toApiFailure({ kind: 'not_found' })
  return found
}

function toAnswer(raw: unknown, customerId: string, etag: string | null): RecordAnswer {
  const record = readWireRecord(raw)
  // Another customer than the one asked for is never shown under its name.
  if (record?.customer.customer_id !== customerId)
    throw new ApiFailure({
      code: 'upstream_invalid',
      message: 'Dintero answered with a customer that its contract does not have.',
    })
  return { ...record, etag, read_at: new Date().toISOString() }
}

/**
 * One customer by `customer_id`; of a deleted one the tombstone. Throws `ApiFailure`: `not_found` where there never was
 * one, and where the id cannot be one.
 */
export async function readCustomer(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<RecordAnswer> {
  try {
    const answer = await askWhole(access, ['users', customerId], { signal })
    return toAnswer(answer?.json, customerId, answer?.etag ?? null)
  } catch (thrown) {
    if (!isMissing(thrown) || !canBeCustomerId(customerId)) throw thrown
    return toAnswer(await findInCollection(access, customerId, signal), customerId, null)
  }
}

/** One customer again, unless it is still as the answer with this `etag` had it. Throws `ApiFailure`. */
export async function checkCustomer(
  access: AccountAccess,
  customerId: string,
  etag: string,
  signal?: AbortSignal,
): Promise<RecordCheck> {
  const answer = await askWhole(access, ['users', customerId], { signal, ifNoneMatch: etag })
  if (answer === null) return { unchanged: true, read_at: new Date().toISOString() }
  return toAnswer(answer.json, customerId, answer.etag)
}

/** The text of the single call as Dintero sent it, not written anew. Throws `ApiFailure`. */
export async function readRawCustomer(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<RawAnswer> {
  const answer = await askWhole(access, ['users', customerId], { signal })
  if (answer === null || textAt(answer.json, 'customer_id') !== customerId) throw toApiFailure({ kind: 'invalid' })
  return { text: answer.text, url: answer.url, read_at: new Date().toISOString() }
}
