import type { CustomerRule } from '../discounts/rule'
import { badParameter, notFound } from '../http/api-error'
import { limitParameter, textParameter } from '../http/parameters'
import { type Call, endpoint } from './endpoint'
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
    const rule = rulesOf(call).find(({ ref_id }) => ref_id === call.innerSegment)
    if (!rule) throw notFound('No such rule')
    return { body: JSON.stringify(rule) }
  },
})
