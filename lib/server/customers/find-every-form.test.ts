import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type CustomerQuery, noFilters, serializeCustomerQuery } from '@/lib/customers/filters/customer-query'
import type { Customer } from '@/lib/customers/model/customer'
import {
  anyFrames,
  emailFrames,
  type Frame,
  idFrames,
  nameFrames,
  phoneFrames,
} from '@/lib/customers/search-text/clean/frames-for-tests'
import { createVocabulary } from '@/lib/customers/search-text/create-vocabulary'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { accessForTests, configureForTests } from '@/lib/server/auth/access-for-tests'
import { fetchCustomerPage } from '@/lib/server/customers/fetch/fetch-customer-page'

const customerCount = 20
const vocabulary = createVocabulary({
  tags: null,
  attributes: null,
  phoneCountries: ['NO', 'SE', 'DK', 'FI'],
  zone: 'Europe/Oslo',
  locale: 'en',
  now: new Date(),
})
const firstPage = { ...noFilters, limit: 100, starting_after: null, by_word: null }

type Value = { frames: readonly Frame[]; of: (customer: Customer) => string | undefined }
const values: Record<string, Value> = {
  email: { frames: emailFrames, of: ({ email }) => email },
  phone: { frames: phoneFrames, of: ({ phone_number }) => phone_number },
  id: { frames: idFrames, of: ({ customer_id }) => customer_id },
  name: {
    frames: nameFrames,
    of: ({ first_name, last_name }) => first_name && last_name && `${first_name} ${last_name}`,
  },
}

let sandbox: Awaited<ReturnType<typeof startForTests>>
beforeAll(async () => {
  sandbox = await startForTests()
  configureForTests(sandbox.url)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await sandbox.stop()
})

/** Customers with an email, a Norwegian phone and a name. */
async function sample(): Promise<Customer[]> {
  const { body } = await sandbox.get('/customers/users', { limit: 100, type: 'customer' })
  return (body as Customer[])
    .filter(({ email, phone_number, first_name }) => email && phone_number?.startsWith('+47') && first_name)
    .slice(0, customerCount)
}

/** The ids that each query found: many forms of a value are one query. */
const found = new Map<string, Promise<string[]>>()
function fetchIds(query: CustomerQuery): Promise<string[]> {
  const key = serializeCustomerQuery(query)
  const ids =
    found.get(key) ??
    fetchCustomerPage(accessForTests(), query).then(({ customers }) => customers.map(({ customer_id }) => customer_id))
  found.set(key, ids)
  return ids
}

/** Why a form does not find its customer, as the screen says it; null where it does. */
async function missedBecause(text: string, customer: Customer): Promise<string | null> {
  const { parsed, problems } = parseSearchText(text, vocabulary)
  if (problems.length > 0) return `told: ${problems.map(({ kind }) => kind).join(', ')}`
  const ids = await fetchIds({ ...firstPage, ...parsed.filters })
  return ids.includes(customer.customer_id) ? null : `found nobody: ${JSON.stringify(parsed.filters)}`
}

it('finds 20 customers by every form of their email, phone, id and name', { timeout: 120_000 }, async () => {
  const customers = await sample()
  expect(customers).toHaveLength(customerCount)
  const lines: string[] = []
  const missed: string[] = []
  let forms = 0
  for (const [kind, { frames, of }] of Object.entries(values)) {
    let [hits, tried] = [0, 0]
    const all = [...anyFrames, ...frames]
    for (const customer of customers)
      for (const [name, write] of all) {
        const text = write(of(customer) ?? '')
        const reason = await missedBecause(text, customer)
        tried++
        if (reason === null) hits++
        else missed.push(`${kind}, ${name}: ${text} (${reason})`)
      }
    forms += all.length
    lines.push(`${hits} of ${tried}  ${kind} in ${all.length} forms`)
  }
  console.log(`Found, of tried:\n${lines.join('\n')}\nNot found:\n${missed.join('\n')}`)
  expect(forms).toBeGreaterThanOrEqual(120)
  // Marks of bold text around a name ask for what holds it, which the API cannot do; the box says so.
  expect(missed.filter((text) => !/^name, bold text: .*told: not_offered/.test(text))).toEqual([])
})
