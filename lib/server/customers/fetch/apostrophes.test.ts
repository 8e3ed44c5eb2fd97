import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type CustomerQuery, noFilters } from '@/lib/customers/filters/customer-query'
import { findMatch } from '@/lib/customers/model/match'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { accessForTests, configureForTests } from '@/lib/server/auth/access-for-tests'
import { fetchCustomerCount } from '@/lib/server/customers/fetch/fetch-customer-count'
import { fetchCustomerPage } from '@/lib/server/customers/fetch/fetch-customer-page'

const access = accessForTests()
const firstPage: CustomerQuery = { ...noFilters, limit: 25, starting_after: null, by_word: null }

let sandbox: Awaited<ReturnType<typeof startForTests>>
beforeAll(async () => {
  sandbox = await startForTests({ fresh: true })
  configureForTests(sandbox.url)
  for (const [customer_id, first_name, last_name] of [
    ['A-1', 'Siân', 'O’Brien'],
    ['A-2', 'Maeve', "O'Brien"],
    ['A-3', 'Aoife', 'D’Arcy'],
  ])
    await sandbox.control('POST', '/customers', { customer_id, first_name, last_name })
  await sandbox.control('POST', '/customers', { customer_id: 'A-4', first_name: 'Kari', email: "d'a@example.no" })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await sandbox.stop()
})

const find = async (search: string, by = access) => {
  const { customers } = await fetchCustomerPage(by, { ...firstPage, search })
  return customers.map(({ customer_id }) => customer_id).toSorted()
}

it.each([
  ["O'Brien", ['A-1', 'A-2']],
  ['O’Brien', ['A-1', 'A-2']],
  ["D'Arcy", ['A-3']],
  ["Siân O'Brien", ['A-1']],
  ["O'Brien Siân", ['A-1']],
])('%s is found in each kind of apostrophe that exists', async (search, ids) => {
  expect(await find(search)).toEqual(ids)
})

it('a person who sees masked customers finds no email by another apostrophe', async () => {
  expect(await find('d’a')).toEqual(['A-3', 'A-4'])
  expect(await find('d’a', accessForTests('viewer'))).toEqual(['A-3'])
  expect(await find('d’a@', accessForTests('viewer'))).toEqual([])
  const byWord = await find("D'Ar", accessForTests('viewer'))
  expect(byWord).toContain('A-3')
  expect(byWord).not.toContain('A-4')
  expect(await find("O'Brien", accessForTests('viewer'))).toEqual(['A-1', 'A-2'])
})

it('the total counts both kinds, and the row shows its match', async () => {
  expect(await fetchCustomerCount(access, { ...noFilters, search: "O'Brien" })).toEqual({ total: 2 })
  const { customers } = await fetchCustomerPage(access, { ...firstPage, search: "D'Arcy" })
  expect(customers.map((one) => findMatch(one, "D'Arcy"))).toEqual([{ field: 'name', start: 6, length: 6 }])
})

it('a search without an apostrophe is one call', async () => {
  await sandbox.control('DELETE', '/requests')
  await find('nora')
  expect(await sandbox.requests()).toHaveLength(1)
})
