import { badParameter, notFound } from '../http/api-error'
import { booleanParameter, limitParameter, textParameter } from '../http/parameters'
import type { Store } from '../store/store'
import type { Call } from './endpoint'
import { type Answer, endpoint } from './endpoint'
import { many, one } from './schemas'

const base = '/accounts/{aid}/customers/users/{customer_id}'

/** One customer by its `customer_id`; 200 with the tombstone of a deleted one (contract, "Assumed"). */
export const oneCustomer = endpoint({
  id: 'oneCustomer',
  schema: one('Customer'),
  path: base,
  summary: 'One customer',
  etag: true,
  parameters: {},
  answer(call) {
    const place = placeOf(call)
    if (!call.holds('tombstone-answers-200') && call.store.isDeleted(place)) throw notFound('No such customer')
    return { body: call.store.body(place) }
  },
})

export const customerTags = endpoint({
  id: 'customerTags',
  schema: many('Tag'),
  path: `${base}/tags`,
  summary: 'Tags of a customer',
  parameters: {},
  answer(call) {
    const carried = new Set(beside(call).tags)
    const all: { id: string }[] = JSON.parse(call.store.tags(call.account))
    return { body: JSON.stringify(all.filter((tag) => carried.has(tag.id))) }
  },
})

/** Newest first; nothing is published about their order or cursor, so both are as those of the collection. */
export const customerTokens = endpoint({
  id: 'customerTokens',
  schema: many('Token'),
  path: `${base}/tokens`,
  summary: 'Tokens of a customer: membership cards, payment cards and the like',
  parameters: {
    type: textParameter('Type of token'),
    limit: limitParameter,
    starting_after: textParameter('Cursor: the id of the last token of the page before', { format: 'uuid' }),
    total: booleanParameter('Put the header total-count in the answer'),
    include_deleted: booleanParameter('Include deleted tokens'),
  },
  answer(call) {
    const { type, limit = 10, starting_after, total, include_deleted } = call.query
    const all = beside(call).tokens.toSorted(
      (a, b) => b.created_at.localeCompare(a.created_at) || b.id.localeCompare(a.id),
    )
    const cursor = all.findIndex((token) => token.id === starting_after)
    if (starting_after !== undefined && cursor === -1) {
      throw badParameter('starting_after', 'is the id of no token of this customer')
    }
    const wanted = (token: (typeof all)[number]) =>
      (type === undefined || token.type === type) && (include_deleted || !token.deleted_at)
    const headers: Answer['headers'] = total ? { 'total-count': String(all.filter(wanted).length) } : {}
    const page = all
      .slice(cursor + 1)
      .filter(wanted)
      .slice(0, limit)
    return { body: JSON.stringify(page), headers }
  },
})

export const customerCommunication = endpoint({
  id: 'customerCommunication',
  schema: one('Communication'),
  path: `${base}/communication`,
  summary: 'Whether email and phone of a customer are verified and may be used',
  parameters: {},
  answer: (call) => ({ body: JSON.stringify({ communication: beside(call).communication }) }),
})

type OneCustomerCall = Pick<Call<Record<never, never>>, 'store' | 'holds' | 'account' | 'customerId'>

/** The place of the customer whom a call is about; 404 where there is none. */
function placeOf({ store, holds, account, customerId }: OneCustomerCall): number {
  const place = store.ordinalOfCustomer(account, customerId)
  if (place !== undefined) return place
  const byId = holds('no-call-takes-id') ? undefined : store.ordinalOfId(account, customerId)
  if (byId === undefined) throw notFound('No such customer')
  return byId
}

function beside(call: OneCustomerCall): ReturnType<Store['beside']> {
  return call.store.beside(placeOf(call))
}
