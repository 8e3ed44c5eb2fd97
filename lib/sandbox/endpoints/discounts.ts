import type { Claim, CustomerRule } from '../discounts/rule'
import { badParameter, notFound } from '../http/api-error'
import { booleanParameter, limitParameter, textParameter, uuidParameter } from '../http/parameters'
import { type Call, endpoint } from './endpoint'
import { newestFirst, pageOf } from './page-of'
import { many, one } from './schemas'

const base = '/accounts/{aid}/discounts/customers/{customer_id}'
const scope = 'read:discounts'

function rulesOf({
  around,
  holds,
  account,
  segment,
}: Pick<Call<never>, 'around' | 'holds' | 'account' | 'segment'>): CustomerRule[] {
  const rules = around.rules.of(account, segment)
  if (!rules && !holds('rules-of-nobody-are-empty')) throw notFound('No such customer')
  return rules ?? []
}

/** What a customer can use now. The same rule may be given twice, so that the cursor is the `ref_id`. */
export const customerRules = endpoint({
  id: 'customerRules',
  schema: many('CustomerRule'),
  path: `${base}/rules`,
  scope,
  summary: 'Rules that a customer can use now; used-up, expired and inactive ones are left out',
  parameters: {
    limit: limitParameter,
    starting_after: textParameter('Cursor: the ref_id of the last rule of the page before'),
  },
  answer(call) {
    const { limit = 10, starting_after } = call.query
    const rules = rulesOf(call)
    const cursorOf = ({ id, ref_id }: CustomerRule) => (call.holds('rules-cursor-is-ref-id') ? ref_id : id)
    const cursor = rules.findIndex((rule) => cursorOf(rule) === starting_after)
    if (starting_after !== undefined && cursor === -1) throw badParameter('starting_after', 'is the id of nothing here')
    return { body: JSON.stringify(rules.slice(cursor + 1, cursor + 1 + limit)) }
  },
})

export const oneRule = endpoint({
  id: 'oneRule',
  schema: one('CustomerRule'),
  path: `${base}/refs/{ref_id}`,
  scope,
  summary: 'One rule as a customer has it',
  parameters: {},
  answer(call) {
    const rule = rulesOf(call).find(
      ({ id, ref_id }) => (call.holds('rules-by-ref-id') ? ref_id : id) === call.innerSegment,
    )
    if (!rule) throw notFound('No such rule')
    return { body: JSON.stringify(rule) }
  },
})

type ClaimQuery = { customer_id?: string; ref?: string }

function claimsOf(
  { around, holds, account }: Pick<Call<never>, 'around' | 'holds' | 'account'>,
  query: ClaimQuery,
): Claim[] {
  const { customer_id, ref } = query
  if (customer_id === undefined) return ref === undefined ? [] : around.rules.claimsByRef(account, ref)
  const claims = around.rules.claimsOf(account, customer_id)
  if (!claims && !holds('claims-of-nobody-are-empty')) throw notFound('No such customer')
  const isMeant = (claim: Claim) => ref === undefined || claim.ref === ref || !holds('claims-by-ref')
  return (claims ?? []).filter(isMeant).toSorted(newestFirst)
}

/** What was claimed, by its customer or by what the till calls the purchase. */
export const claimedRewards = endpoint({
  id: 'claimedRewards',
  schema: many('Claim'),
  path: '/accounts/{aid}/discounts/available_for_receipt/claims',
  scope,
  summary: 'Rewards that were claimed, newest first',
  parameters: {
    customer_id: textParameter('The customer_id of whoever claimed them'),
    ref: textParameter('What the till calls the purchase'),
    limit: limitParameter,
    starting_after: uuidParameter('Cursor: the id of the last claim of the page before'),
    total: booleanParameter('Put the header total-count in the answer'),
  },
  answer(call) {
    const { query } = call
    if (query.customer_id === undefined && query.ref === undefined)
      throw badParameter('customer_id', 'or ref is required in the sandbox')
    const claims = claimsOf(call, query)
    const headers: { [name: string]: string } = query.total ? { 'total-count': String(claims.length) } : {}
    return { body: JSON.stringify(pageOf(claims, query, () => true)), headers }
  },
})
