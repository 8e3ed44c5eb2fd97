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
import { maskedEtag } from '@/lib/server/customers/fetch/sealed-cursor'
import { textAt } from '@/lib/server/customers/fetch/text-at'
import { parseWireRecord } from '@/lib/server/customers/fetch/to-customer'
import { openReveals } from '@/lib/server/customers/reveals'
import { toParameters } from '@/lib/server/customers/to-parameters'
import { ApiFailure, isNotFound, toApiFailure } from '@/lib/server/http/api-failure'

/** The query that finds one id in the collection, among all types and the deleted customers. */
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
 * Whether the collection is searched for an id without a record. For a person who sees masked customers it is not: the
 * search matches emails and phones too, so that an id which is a part of one would be a question about them.
 */
async function isSearchedFor(access: AccountAccess, customerId: string): Promise<boolean> {
  return canBeCustomerId(customerId) && !(await getMask(access)).isMasked
}

/**
 * Finds a customer in the collection after the request for the record returned 404, which a real account may do for a
 * deleted customer (contract, "Assumed"). A customer that neither request finds has never existed.
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
  // A customer other than the requested one is never shown under its id.
  if (record?.customer.customer_id !== customerId)
    throw new ApiFailure({
      code: 'upstream_invalid',
      message: 'Dintero answered with a customer that its contract does not have.',
    })
  const mask = await getMask(access)
  const reveals = mask.isMasked ? await openReveals(access, customerId) : []
  const fields = reveals.map(({ field }) => field)
  const seen = { ...mask.record(record, fields), reveals }
  const ownEtag = mask.isMasked ? maskedEtag(access, seen) : etag
  return { ...seen, etag: ownEtag, read_at: new Date().toISOString() }
}

/**
 * Fetches one customer by `customer_id`, or the tombstone of a deleted one. Throws `ApiFailure`: `not_found` when there
 * has never been such a customer, or when the text cannot be an id.
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
    if (!isNotFound(thrown) || !(await isSearchedFor(access, customerId))) throw thrown
    return toAnswer(access, await findInCollection(access, customerId, signal), customerId, null)
  }
}

/**
 * Fetches one customer again, unless it has not changed since the answer with this `etag`. For a person who sees masked
 * customers, what they see has to change: Dintero's etag depends on masked values. Throws `ApiFailure`.
 */
export async function fetchCustomerIfChanged(
  access: AccountAccess,
  customerId: string,
  etag: string,
  signal?: AbortSignal,
): Promise<RecordCheck> {
  if ((await getMask(access)).isMasked) {
    const answer = await fetchCustomer(access, customerId, signal)
    return answer.etag === etag ? { unchanged: true, read_at: answer.read_at } : answer
  }
  const answer = await fetchRawResource(access, { ...recordEndpoint(customerId), ifNoneMatch: etag, signal })
  if (answer === null) return { unchanged: true, read_at: new Date().toISOString() }
  return toAnswer(access, answer.json, customerId, answer.etag)
}

/**
 * Fetches the JSON text of a customer exactly as Dintero sent it. For a tombstone that only the collection returns, it is
 * the customer's part of that answer. Throws `ApiFailure`.
 */
export async function fetchRawCustomer(
  access: AccountAccess,
  customerId: string,
  signal?: AbortSignal,
): Promise<RawAnswer> {
  const answer = await fetchRawResource(access, { ...recordEndpoint(customerId), signal }).catch(
    async (thrown: unknown) => {
      if (!isNotFound(thrown) || !(await isSearchedFor(access, customerId))) throw thrown
      return fetchRawResource(access, { ...listEndpoint, query: toParameters(anywhere(customerId)), signal })
    },
  )
  const members = Array.isArray(answer?.json) ? jsonMembers(answer.text) : [answer?.text ?? 'null']
  const text = members.find((member) => textAt(JSON.parse(member), 'customer_id') === customerId)
  if (answer === null || text === undefined) throw toApiFailure({ kind: 'not_found' })
  const mask = await getMask(access)
  return { text: mask.json(text), url: answer.url, read_at: new Date().toISOString() }
}
