import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { findAlternatives } from '@/lib/customers/alternatives/find-alternatives'
import { findSpellings } from '@/lib/customers/alternatives/spellings'
import { type CustomerFilters, noFilters } from '@/lib/customers/filters/customer-query'
import { otherReadingsOfPhone, withCountryCode } from '@/lib/customers/search-text/recognise-phone'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { accessForTests, configureForTests } from '@/lib/server/auth/access-for-tests'
import { fetchCustomerCount } from '@/lib/server/customers/fetch/fetch-customer-count'
import { fetchCustomerPage } from '@/lib/server/customers/fetch/fetch-customer-page'

const countries = ['NO', 'SE', 'DK', 'FI']
const context = {
  findSpellings: (text: string) => findSpellings(text, 4),
  otherReadingsOfPhone: (digits: string) => otherReadingsOfPhone(digits, countries),
  withCountryCode: (digits: string) => withCountryCode(digits, countries),
  tokenTypes: ['membership_card', 'gift_card', 'bonus_card'],
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

/** What the screen does where nobody is found: the page, and the alternatives that are counted at once. */
async function search(given: Partial<CustomerFilters>) {
  const filters = { ...noFilters, ...given }
  const access = accessForTests()
  // The token for the upstream is not part of a search.
  await fetchCustomerCount(access, noFilters)
  await sandbox.control('DELETE', '/requests')
  const page = await fetchCustomerPage(access, { ...filters, limit: 25, starting_after: null, by_word: null })
  const { id } = access.account
  const offered = findAlternatives({ filters, accountId: id, accounts: [], isMasked: false }, context)
  const counted: [string, number | null][] = []
  for (const one of offered.filter(({ isCountedAtOnce }) => isCountedAtOnce))
    counted.push([`${one.kind} ${one.value}`.trim(), (await fetchCustomerCount(access, one.filters)).total])
  return { found: page.customers.length, counted, calls: (await sandbox.requests()).length }
}
const totalOf = async (filters: Partial<CustomerFilters>) =>
  (await fetchCustomerCount(accessForTests(), { ...noFilters, ...filters })).total

it('a name typed without its letters is found by another spelling, with the count', async () => {
  const { found, counted } = await search({ search: 'bjorgum' })
  expect(found).toBe(0)
  expect(counted[0]).toEqual(['spelling bjørgum', await totalOf({ search: 'bjørgum' })])
  expect(counted[0]?.[1]).toBeGreaterThan(0)
})

it('a search without its filters, a number with its country code, and a card are found with their counts', async () => {
  const bare = await search({ search: 'bjørgum', token_type: 'no_such_type' })
  expect(bare.found).toBe(0)
  expect(bare.counted[0]).toEqual(['without_filters', await totalOf({ search: 'bjørgum' })])
  expect((await search({ search: '421403' })).counted).toEqual([
    ['with_country_code +47421403', await totalOf({ search: '+47421403' })],
  ])
  expect((await search({ search: '2400000000214907' })).counted[0]).toEqual(['token 2400000000214907', 1])
})

it.each([
  { search: 'bjorgum' },
  { search: 'bjorgum', type: 'company' },
  { search: 'haakon-aase-joergen' },
  { search: "d'oorn" },
  { search: "d'oorn", type: 'company' },
  { search: '2400000000999999' },
  { search: '421403999' },
  { search: '0709999999' },
  { phone_number: '+4720999999' },
  { phone_number: '+4720999999', type: 'company' },
  { email: 'nobody-at-all@example.no', type: 'company' },
  { search: 'bjorgum', since_datetime: '2020-01-01T00:00:00Z' },
  { search: 'xqa xqo' },
] satisfies Partial<CustomerFilters>[])('%j finds nobody with at most four calls to Dintero', async (filters) => {
  const { found, calls } = await search(filters)
  expect(found).toBe(0)
  expect(calls).toBeLessThanOrEqual(4)
})
