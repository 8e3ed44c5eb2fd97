import type { Holds } from '../assumptions'
import { customerTypes } from '../customer'
import { badParameter } from '../http/api-error'
import { refuseMethod } from '../http/http'
import {
  BadValue,
  booleanParameter,
  choiceParameter,
  limitParameter,
  type Parameter,
  type Read,
  textParameter,
  uuidParameter,
} from '../http/parameters'
import type { CustomerQuery } from '../store/match'
import type { Store } from '../store/store'
import { isInstant, microseconds } from '../store/write'
import { type Answer, endpoint } from './endpoint'
import { many } from './schemas'

const sinceParameter: Parameter<number> = {
  description: 'Added or changed since this instant, which is included. Cannot be combined with starting_after',
  schema: { type: 'string', format: 'date-time' },
  read(text) {
    if (!isInstant(text)) throw new BadValue('must be an ISO 8601 date-time with a zone (a + in it is sent as %2B)')
    return microseconds(text)
  },
}

const listParameter = (description: string) => ({
  description,
  schema: { type: 'array', items: { type: 'string' }, maxItems: 4 },
  read: (text: string) => text,
  upTo: 4 as const,
})

const parameters = {
  search: textParameter('Prefix of a name, phone number, customer_id or email'),
  email: textParameter('Exact email, whatever its case'),
  phone_number: textParameter(
    'Exact phone number in E.164; a + is sent as %2B',
    { pattern: '^\\+?[1-9]\\d{1,14}$' },
    /^\+?[1-9]\d{1,14}$/,
  ),
  type: choiceParameter('Type of customer. Without it contacts are left out', [...customerTypes, 'any']),
  tag_id: uuidParameter('Id of a tag that the customer carries'),
  token_type: textParameter('Type of a token that the customer owns'),
  token_value: textParameter('Value of a token that the customer owns'),
  attributes_keys: listParameter('Names of attributes that the customer has'),
  attributes_values: listParameter(
    'Values of the attributes at the same position; a key beyond them need only be there',
  ),
  include_deleted: booleanParameter('Include deleted customers'),
  since_datetime: sinceParameter,
  limit: limitParameter,
  starting_after: textParameter('Cursor: the id of the last customer of the page before', { format: 'uuid' }),
  total: booleanParameter('Put the header total-count in the answer'),
}

/** The customer collection. Sources: its published page and, for what that leaves open, "Assumed" in the contract. */
export const customerCollection = endpoint({
  id: 'customerCollection',
  schema: many('Customer'),
  head: 'Whether a customer has this email and phone number, where users.head.enabled is on: it is off by default',
  path: '/accounts/{aid}/customers/users',
  summary: 'Customer collection',
  parameters,
  answer({ store, holds, account, query, method }) {
    const filter = customerQuery(query)
    if (method === 'HEAD') {
      if (holds('head-is-off')) refuseMethod('GET')
      if (query.email === undefined && query.phone_number === undefined) {
        throw badParameter('email', 'or phone_number is required')
      }
      return { status: store.page(account, filter, undefined, 1) === '[]' ? 404 : 200 }
    }
    if (query.since_datetime !== undefined && query.starting_after !== undefined) {
      throw badParameter('since_datetime', 'cannot be combined with starting_after')
    }
    const cursor =
      query.starting_after === undefined ? undefined : ordinalOf(query.starting_after, store, holds, account)
    const hasTotal = query.total && (query.since_datetime === undefined || holds('total-with-since'))
    const headers: Answer['headers'] = hasTotal ? { 'total-count': String(store.total(account, filter, cursor)) } : {}
    const body = store.page(account, filter, cursor, query.limit ?? 10)
    return { body: holds('four-address-types') ? body : body.replaceAll('"type":"work"', '"type":"visiting"'), headers }
  },
})

/** The ordinal of the customer that the cursor names. 400 when there is none. */
function ordinalOf(cursor: string, store: Store, holds: Holds, account: number): number | undefined {
  const ordinal = holds('cursor-is-id') ? store.ordinalOfId(account, cursor) : store.ordinalOfCustomer(account, cursor)
  const isInvalidated = ordinal !== undefined && !holds('deleted-cursor-holds') && store.isDeleted(ordinal)
  if (ordinal !== undefined && !isInvalidated) return ordinal
  if (ordinal === undefined && !holds('unknown-cursor-is-400')) return undefined
  throw badParameter('starting_after', 'is the id of no customer of this account')
}

function customerQuery(query: Read<typeof parameters>): CustomerQuery {
  const names = query.attributes_keys ?? []
  const values = query.attributes_values
  if (names.includes('')) throw badParameter('attributes_keys', 'must not be empty')
  if (values && values.length > names.length) {
    throw badParameter('attributes_values', 'must be no more than attributes_keys')
  }
  return {
    search: query.search,
    email: query.email,
    phoneNumber: query.phone_number,
    type: query.type,
    tagId: query.tag_id,
    tokenType: query.token_type,
    tokenValue: query.token_value,
    attributes: names.map((name, at) => ({ name, value: values?.[at] })),
    includeDeleted: query.include_deleted ?? false,
    sinceUs: query.since_datetime,
  }
}
