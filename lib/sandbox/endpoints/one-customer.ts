import { notFound } from '../http/api-error'
import { booleanParameter, limitParameter, textParameter } from '../http/parameters'
import type { Store } from '../store/store'
import type { Call } from './endpoint'
import { type Answer, endpoint } from './endpoint'
import { newestFirst, pageOf } from './page-of'
import { many, one } from './schemas'

const base = '/accounts/{aid}/customers/users/{customer_id}'

/** One customer by its `customer_id`. A deleted customer gives a 200 with its tombstone (contract, "Assumed"). */
export const oneCustomer = endpoint({
  id: 'oneCustomer',
  schema: one('Customer'),
  path: base,
  summary: 'One customer',
  etag: true,
  parameters: {},
  answer(call) {
    const ordinal = ordinalOf(call)
    if (!call.holds('tombstone-answers-200') && call.store.isDeleted(ordinal)) throw notFound('No such customer')
    return { body: call.store.body(ordinal) }
  },
})

export const customerTags = endpoint({
  id: 'customerTags',
  schema: many('Tag'),
  path: `${base}/tags`,
  summary: 'Tags of a customer',
  parameters: {},
  answer(call) {
    const carried = new Set(detailsOf(call).tags)
    const all: { id: string }[] = JSON.parse(call.store.tags(call.account))
    return { body: JSON.stringify(all.filter((tag) => carried.has(tag.id))) }
  },
})

/** Newest first. Dintero publishes neither order nor cursor, so both are like those of the collection. */
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
    const { type, total, include_deleted } = call.query
    const ordinal = ordinalOf(call)
    if (!call.holds('tombstone-tokens-answer-200') && call.store.isDeleted(ordinal)) throw notFound('No such customer')
    const all = call.store.details(ordinal).tokens.toSorted(newestFirst)
    const isRequested = (token: (typeof all)[number]) =>
      (type === undefined || token.type === type) && (include_deleted || !token.deleted_at)
    const headers: Answer['headers'] = total ? { 'total-count': String(all.filter(isRequested).length) } : {}
    return { body: JSON.stringify(pageOf(all, call.query, isRequested)), headers }
  },
})

export const customerCommunication = endpoint({
  id: 'customerCommunication',
  schema: one('Communication'),
  path: `${base}/communication`,
  summary: 'Whether email and phone of a customer are verified and may be used',
  parameters: {},
  answer: (call) => ({ body: JSON.stringify({ communication: detailsOf(call).communication }) }),
})

type OneCustomerCall = Pick<Call<Record<never, never>>, 'store' | 'holds' | 'account' | 'segment'>

/** The ordinal of the requested customer. 404 when there is none. */
function ordinalOf({ store, holds, account, segment: customerId }: OneCustomerCall): number {
  const ordinal = store.ordinalOfCustomer(account, customerId)
  if (ordinal !== undefined) return ordinal
  const byId = holds('no-call-takes-id') ? undefined : store.ordinalOfId(account, customerId)
  if (byId === undefined) throw notFound('No such customer')
  return byId
}

function detailsOf(call: OneCustomerCall): ReturnType<Store['details']> {
  return call.store.details(ordinalOf(call))
}
