import 'server-only'
import { type CustomerQuery, maxLimit, noFilters } from '@/lib/customers/filters/customer-query'
import { jsonMembers } from '@/lib/customers/format/json-parts'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'
import type { RawAnswer, RecordAnswer, RecordCheck } from '@/lib/customers/model/record'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { listEndpoint, recordEndpoint } from '@/lib/server/customers/endpoints'
import { fetchCustomerRows } from '@/lib/server/customers/fetch/collection'
import { fetchRawResource } from '@/lib/server/customers/fetch/fetch-resource'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { textAt } from '@/lib/server/customers/fetch/text-at'
import { parseWireRecord } from '@/lib/server/customers/fetch/to-customer'
import { openReveals } from '@/lib/server/customers/reveals'
import { toParameters } from '@/lib/server/customers/to-parameters'
import { ApiFailure, isNotFound, toApiFailure } from '@/lib/server/http/api-failure'

/** Asks the collection for one id, among all types and the deleted ones. */
const anywhere = (customerId: string): CustomerQuery => ({
  ...noFilters,
  search: customerId,
  type: 'any',
  include_deleted: true,
  limit: maxLimit,
  starting_after: null,
  by_word: null,
})

/**
 * Where the single call knows nobody, the collection may: of a deleted customer a real account may answer 404 (contract,
 * "Assumed"). Only when neither does, it never existed.
 */
async function findInCollection(access: AccountAccess, customerId: string, signal?: AbortSignal): Promise<unknown> {
  const rows = await fetchCustomerRows(access, anywhere(customerId), signal)
  const found = rows.find((row) => textAt(row, 'customer_id') === customerId)
  if (found === undefined) throw toApiFailure({ kind: 'not_found' })
  return found
}

async function toAnswer(
  access: AccountAccess,
  raw: unknown,
  customerId: string,
  etag: string | null,
): Promise<RecordAnswer> {
  const record = parseWireRecord(raw)
  // Another customer than the one asked for is never shown under its name.
  if (record?.customer.customer_id !== customerId)
    throw new ApiFailure({
      code: 'upstream_invalid',
      message: 'Dintero answered with a customer that its contract does not have.',
    })
  const mask = await getMask(access)
  const reveals = mask.isMasked ? await openReveals(access, customerId) : []
  const fields = reveals.map(({ field }) => field)
  return { ...mask.record(record, fields), reveals, etag, read_at: new Date().toISOString() }
}

/**
 * One customer by `customer_id`; of a deleted one the tombstone. Throws `ApiFailure`: `not_found` where there never was
 * one, and where the id cannot be one.
 */
export async function fetchCustomer(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<RecordAnswer> {
  try {
    const answer = await fetchRawResource(access, { ...recordEndpoint(customerId), signal })
    return await toAnswer(access, answer?.json, customerId, answer?.etag ?? null)
  } catch (thrown) {
    if (!isNotFound(thrown) || !canBeCustomerId(customerId)) throw thrown
    return toAnswer(access, await findInCollection(access, customerId, signal), customerId, null)
  }
}

/** One customer again, unless it is still as the answer with this `etag` had it. Throws `ApiFailure`. */
export async function fetchCustomerIfChanged(
  access: AccountAccess,
  customerId: string,
  etag: string,
  signal?: AbortSignal,
): Promise<RecordCheck> {
  const answer = await fetchRawResource(access, { ...recordEndpoint(customerId), ifNoneMatch: etag, signal })
  if (answer === null) return { unchanged: true, read_at: new Date().toISOString() }
  return toAnswer(access, answer.json, customerId, answer.etag)
}

/**
 * The text as Dintero sent it, not written anew: of the single call, or, for a tombstone that only the collection knows,
 * its part of that answer. Throws `ApiFailure`.
 */
export async function fetchRawCustomer(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<RawAnswer> {
  const answer = await fetchRawResource(access, { ...recordEndpoint(customerId), signal }).catch((thrown: unknown) => {
    if (!isNotFound(thrown) || !canBeCustomerId(customerId)) throw thrown
    return fetchRawResource(access, { ...listEndpoint, query: toParameters(anywhere(customerId)), signal })
  })
  const members = Array.isArray(answer?.json) ? jsonMembers(answer.text) : [answer?.text ?? 'null']
  const text = members.find((member) => textAt(JSON.parse(member), 'customer_id') === customerId)
  if (answer === null || text === undefined) throw toApiFailure({ kind: 'not_found' })
  const mask = await getMask(access)
  return { text: mask.json(text), url: answer.url, read_at: new Date().toISOString() }
}
