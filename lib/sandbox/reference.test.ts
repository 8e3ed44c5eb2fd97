import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CustomerRecord } from './customer'
import { accountCustomers } from './generate/account'
import { Random } from './generate/random'
import { type ReferenceQuery, referenceAnswer } from './reference'
import { runCount } from './run-count-for-tests'
import { accounts, people, tagIds } from './seed/seed'
import { type SandboxUnderTest, startForTests } from './start-for-tests'

const queries = runCount(2000)
let sandbox: SandboxUnderTest
let all: CustomerRecord[]
beforeAll(async () => {
  sandbox = await startForTests()
  const named = Object.values(people).map(({ record }) => record)
  all = [...accountCustomers({ account: accounts.test, customers: 5000, seed: 1, named })]
})
afterAll(() => sandbox.stop())

test('customers are generated in the order of the list', () => {
  const { ids } = referenceAnswer(all, { include_deleted: true, type: 'any' })
  expect(all.map(({ customer }) => customer.customer_id).reverse()).toEqual(ids)
})

test(`agrees with the reference in results, order and total of ${queries} random queries`, {
  timeout: 90_000,
}, async () => {
  const random = new Random('queries')
  let nonEmpty = 0
  // Only four at once: the reference blocks this process, which also runs the sandbox, and idle connections would time
  // out.
  for (let made = 0; made < queries; made += 4) {
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        const query = randomQuery(random)
        const { ids, page } = referenceAnswer(all, query)
        const { status, headers, body } = await sandbox.get('/customers/users', { ...query, total: true })
        const found = Array.isArray(body) ? body.map(({ customer_id }) => customer_id) : body
        expect({ query, status, found, total: headers.get('total-count') }).toEqual({
          query,
          status: 200,
          found: page,
          total: String(ids.length),
        })
        if (page.length > 0) nonEmpty++
      }),
    )
  }
  expect(nonEmpty).toBeGreaterThan(queries / 3)
})

/** A query with values of one customer, so that its criteria can match together. */
function randomQuery(random: Random): ReferenceQuery {
  const { customer, tags, tokens } = random.pick(all)
  const query: ReferenceQuery = { limit: random.pick([1, 3, 10, 100]) }
  const attributes = Object.entries(customer.attributes ?? {})
  const text = random.pick([
    customer.first_name ?? '',
    customer.last_name ?? '',
    customer.email ?? '',
    customer.phone_number ?? '',
    customer.phone_number?.slice(1) ?? '',
    customer.customer_id,
    customer.company?.bussiness_name ?? '',
  ])
  if (random.chance(0.5) && text) {
    const letters = [...text].slice(0, random.pick([1, 2, 3, 5, 9, 300])).join('')
    query.search = random.chance(0.3) ? letters.toUpperCase() : letters
  }
  if (random.chance(0.1) && customer.email)
    query.email = random.chance(0.5) ? customer.email.toUpperCase() : customer.email
  if (random.chance(0.1) && customer.phone_number) query.phone_number = customer.phone_number
  if (random.chance(0.6)) query.type = random.pick([customer.type, 'any', 'contact', 'company', 'customer'])
  if (random.chance(0.15)) query.tag_id = random.pick(tags.length > 0 ? tags : Object.values(tagIds))
  const token = tokens.length > 0 ? random.pick(tokens) : undefined
  if (random.chance(0.15)) query.token_type = token?.type ?? 'membership_card'
  if (random.chance(0.1)) query.token_value = (random.chance(0.2) ? token?.value.toUpperCase() : token?.value) ?? 'none'
  if (random.chance(0.2)) {
    const some = attributes.slice(0, random.between(1, 4))
    query.attributes_keys = some.length > 0 ? some.map(([key]) => key).filter((key) => !key.includes(',')) : ['points']
    const values = some.map(([, value]) => String(Array.isArray(value) ? value[0] : value))
    if (random.chance(0.2)) values.push(values.pop()?.toLowerCase() ?? '')
    if (
      random.chance(0.5) &&
      values.length === query.attributes_keys.length &&
      values.every((value) => !value.includes(','))
    ) {
      // A key without a value only has to exist.
      query.attributes_values = values.slice(0, random.between(1, values.length))
    }
  }
  if (random.chance(0.4)) query.include_deleted = true
  if (random.chance(0.2)) query.since_datetime = random.pick(all).customer.updated_at ?? ''
  else if (random.chance(0.3)) query.starting_after = random.pick(all).customer.id
  if (!query.since_datetime) delete query.since_datetime
  return query
}
