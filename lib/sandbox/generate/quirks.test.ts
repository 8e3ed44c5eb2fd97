import { expect, test } from 'vitest'
import type { CustomerRecord } from '../customer'
import { accounts, people, tagIds } from '../seed/seed'
import { accountCustomers } from './account'
import { attributeSettings, termTexts } from './seed-settings'

const named = Object.values(people).map(({ record }) => record as CustomerRecord)
const all = [...accountCustomers({ account: accounts.test, customers: 25_000, seed: 1, named })]

const has =
  (pattern: RegExp, ...names: (keyof CustomerRecord['customer'])[]) =>
  ({ customer }: CustomerRecord) =>
    names.some((name) => pattern.test(String(customer[name] ?? '')))
const longest = (name: 'customer_id' | 'first_name', length: number) => (record: CustomerRecord) =>
  record.customer[name]?.length === length
const entries = (record: CustomerRecord) => Object.entries(record.customer.marketing_consent ?? {})
const today = '2026-11-20'

/** The quirks that the data must contain, with the minimum number of customers that have each. */
const quirks: [quirk: string, least: number, is: (record: CustomerRecord) => boolean][] = [
  ['a customer_id with a space', 1, has(/ /, 'customer_id')],
  ['a customer_id with /', 1, has(/\//, 'customer_id')],
  ['a customer_id with %', 1, has(/%/, 'customer_id')],
  ['a customer_id with #', 1, has(/#/, 'customer_id')],
  ['a customer_id with an emoji', 1, has(/\p{Extended_Pictographic}/u, 'customer_id')],
  ['a customer_id of 255 characters', 1, longest('customer_id', 255)],
  ['æ, ø or å in a name', 2000, has(/[æøå]/i, 'first_name', 'last_name')],
  ['a name of one letter', 1, longest('first_name', 1)],
  ['a name of 200 letters', 1, longest('first_name', 200)],
  ['a name from right to left', 1, has(/[\u0590-\u06ff]/, 'first_name')],
  ['a name with bidirectional control characters', 1, has(/[\u202a-\u202e\u2066-\u2069]/, 'first_name', 'last_name')],
  ['a script as a website', 1, ({ customer }) => /^javascript:/.test(customer.company?.website ?? '')],
  ['no address', 100, ({ customer }) => customer.addresses?.length === 0 || !customer.addresses],
  ['one address', 1000, ({ customer }) => customer.addresses?.length === 1],
  ['12 addresses', 1, ({ customer }) => customer.addresses?.length === 12],
  ['no token', 1000, ({ tokens }) => tokens.length === 0],
  ['40 tokens', 1, ({ tokens }) => tokens.length === 40],
  ['a deleted token', 100, ({ tokens }) => tokens.some(({ deleted_at }) => deleted_at)],
  ['30 attributes', 1, ({ customer }) => Object.keys(customer.attributes ?? {}).length === 30],
  ['nulls', 1, ({ customer }) => customer.first_name === null && customer.email === null],
  [
    'all but the two required properties missing',
    1,
    ({ hidden, customer }) => Object.keys(customer).length === 6 && hidden?.length === 4,
  ],
  [
    'an id that was changed',
    1,
    ({ customer }) => /"dintero_change_customer_id_\d+\.\w+"/.test(JSON.stringify(customer.metadata) ?? ''),
  ],
  ['born in 1899', 1, has(/^1899/, 'date_of_birth')],
  ['born on 29 February', 1, has(/-02-29$/, 'date_of_birth')],
  ['born today', 1, ({ customer }) => customer.date_of_birth === today],
  [
    'without any consent',
    100,
    ({ customer }) => !customer.deleted_at && Object.keys(customer.marketing_consent ?? {}).length === 0,
  ],
  [
    'consent of ten years ago',
    1,
    (record) => entries(record).some(([, { updated_at }]) => updated_at?.startsWith('2016')),
  ],
  [
    'consent of this month',
    1,
    (record) => entries(record).some(([, { updated_at }]) => updated_at?.startsWith('2026-11')),
  ],
  ['an unknown channel', 1, (record) => entries(record).some(([channel]) => channel !== 'sms' && channel !== 'email')],
  ['a contact of two companies', 10, ({ customer }) => customer.contact_for?.length === 2],
  ['an employee', 100, ({ customer }) => customer.type === 'employee'],
]

test.each(quirks)('%s: at least %i', (_, least, is) => {
  expect(all.filter(is).length).toBeGreaterThanOrEqual(least)
})

const shared = (name: 'email' | 'phone_number') => {
  const counts = new Map<string, Set<string>>()
  for (const { customer } of all) {
    const value = customer[name]?.toLowerCase()
    if (value) counts.set(value, (counts.get(value) ?? new Set()).add(`${customer.type} ${customer.id}`))
  }
  return [...counts.values()].filter(({ size }) => size > 1)
}

test('two types share an email, and customers share phones', () => {
  expect(shared('email').length).toBeGreaterThanOrEqual(1)
  expect(shared('phone_number').length).toBeGreaterThan(10)
})

test('every free text contains HTML for some customer', () => {
  const { customer, tokens } = people.nameHtml.record as CustomerRecord
  const { first_name, last_name, status, favorite_store, enrolled_by, addresses, company } = customer
  const [address] = addresses ?? []
  const texts = [first_name, last_name, status, favorite_store, enrolled_by?.type, company?.bussiness_name]
  texts.push(company?.department, company?.industry, company?.number_of_employees)
  texts.push(address?.address_line, address?.postal_place, address?.custom_type, address?.comment)
  texts.push(tokens[0]?.type, tokens[0]?.value, termTexts[0][1])
  texts.push(Object.keys(customer.metadata ?? {})[0], Object.keys(customer.marketing_consent ?? {})[0])
  texts.push(
    Object.keys(customer.attributes ?? {})[1],
    Object.keys(tagIds).find((name) => name.includes('<')),
  )
  for (const text of texts) expect(text).toMatch(/<\w/)
})

test('the settings have attributes of every type, also private ones, and the first is a common public text', () => {
  const types = ['string', 'integer', 'real', 'boolean', 'phonenumber', 'email', 'date', 'date-time']
  expect([...new Set(attributeSettings.map(({ type }) => type))].sort()).toEqual(types.sort())
  expect(attributeSettings.some((attribute) => 'private' in attribute)).toBe(true)
  const [first] = attributeSettings
  expect(first).toEqual({ name: 'favorite_sport', type: 'string' })
  expect(all.filter(({ customer }) => customer.attributes?.[first.name]).length).toBeGreaterThan(all.length / 2)
})
