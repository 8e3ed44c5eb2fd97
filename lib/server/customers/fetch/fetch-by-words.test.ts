import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CustomerQuery, noFilters, serializeCustomerQuery } from '@/lib/customers/filters/customer-query'
import { parseCustomerQuery } from '@/lib/customers/filters/parse-customer-query'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { accessForTests, configureForTests } from '@/lib/server/auth/access-for-tests'
import { fetchCustomerCount } from '@/lib/server/customers/fetch/fetch-customer-count'
import { fetchCustomerPage } from '@/lib/server/customers/fetch/fetch-customer-page'

const firstPage: CustomerQuery = { ...noFilters, limit: 25, starting_after: null, by_word: null }

/** The newest one last, as they are created. The list begins with the newest. */
const created = [
  ['Q-1', 'Jakob', 'Qvamby'],
  ['Q-2', 'Jakob Emil', 'Qvamby'],
  ['Q-3', 'Anna', 'Qvamby Jakobsen'],
  ['Q-4', 'Ida', 'Qvamby Jakob'],
  ['Q-5', 'Jakob', 'Holm Qvamby'],
  ['L-1', 'Quenne-Lise', 'Berg'],
  ['L-2', 'Quenne Lise', 'Dahl'],
  ['L-3', 'Lise', 'Quenne'],
] as const

let sandbox: Awaited<ReturnType<typeof startForTests>>
beforeAll(async () => {
  sandbox = await startForTests({ fresh: true, customers: 300 })
  configureForTests(sandbox.url)
  for (const [customer_id, first_name, last_name] of created)
    await sandbox.control('POST', '/customers', { customer_id, first_name, last_name })
  await sandbox.control('POST', '/customers', { customer_id: 'C-1', company: { bussiness_name: 'Qvamby og Dahl AS' } })
  await sandbox.control('POST', '/customers', { customer_id: 'C-2', company: { bussiness_name: 'Qvamby' } })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await sandbox.stop()
})
beforeEach(() => sandbox.control('DELETE', '/requests'))

type Role = 'agent' | 'viewer'
const fetchPage = (role: Role, query: Partial<CustomerQuery>) =>
  fetchCustomerPage(accessForTests(role), { ...firstPage, ...query })
const listCalls = async () => (await sandbox.requests()).filter(({ path }) => path.endsWith('/customers/users'))

/** The ids of a first page: those that the phrase has found, and those that were found word by word. */
async function find(role: Role, query: Partial<CustomerQuery>): Promise<[string[], string[]]> {
  const { customers, looked } = await fetchPage(role, query)
  const ids = customers.map(({ customer_id }) => customer_id)
  const at = looked === undefined ? ids.length : (looked.phrase ?? 0)
  return [ids.slice(0, at), ids.slice(at)]
}

/** The ids of all pages, each with the `next` of the page before, as the URL holds it. */
async function findAll(role: Role, query: Partial<CustomerQuery>): Promise<string[]> {
  const ids: string[] = []
  let next: Partial<CustomerQuery> | null = {}
  for (let pages = 0; next !== null && pages < 20; pages++) {
    const { customers, next: further } = await fetchPage(role, { ...query, ...next })
    ids.push(...customers.map(({ customer_id }) => customer_id))
    next = further
    const url = serializeCustomerQuery({ ...firstPage, ...query, ...next })
    expect(parseCustomerQuery(new URLSearchParams(url)).problems).toEqual([])
  }
  return ids
}

describe.each<Role>(['agent', 'viewer'])('a name as people say it, for the role %s', (role) => {
  it('finds those in whom each word stands too, after those that the phrase finds', async () => {
    const [phrase, byWord] = await find(role, { search: 'Qvamby Jakob' })
    expect(phrase).toEqual(['Q-4', 'Q-3'])
    expect(byWord.toSorted()).toEqual(['Q-1', 'Q-2', 'Q-5'])
  })

  it.each(['Qvamby, Jakob', 'Qvamby,Jakob', 'qvamby-jakob', 'Qvamby’Jakob', 'Jakob Qvamby', 'JAKOB, Q.'])(
    '%s is Jakob Qvamby: commas, hyphens and apostrophes part words',
    async (search) => {
      const [phrase, byWord] = await find(role, { search })
      expect(phrase).toEqual([])
      expect(byWord).toEqual(expect.arrayContaining(['Q-1', 'Q-2', 'Q-5']))
    },
  )

  it.each(['Quenne Lise', 'Quenne-Lise', 'lise quenne'])(
    '%s finds a first name with a hyphen and without',
    async (search) => {
      expect((await find(role, { search })).flat()).toEqual(expect.arrayContaining(['L-1', 'L-2', 'L-3']))
    },
  )

  it('shows a whole name first of those that the phrase finds, and of those that are found word by word', async () => {
    expect((await find(role, { search: 'Jakob, Qvamby' }))[1][0]).toBe('Q-1')
    expect((await find(role, { search: 'Qvamby Jakob' }))[1][0]).toBe('Q-1')
    expect((await find(role, { search: 'qvamby' }))[0].slice(0, 2)).toEqual(['C-2', 'C-1'])
  })

  it('lists nobody twice over all pages, whatever the size of a page', async () => {
    for (const limit of [1, 2, 3, 4, 25])
      for (const match of [null, 'words'] as const) {
        const all = await findAll(role, { search: 'Qvamby Jakob', limit, match })
        // A full page of the phrase is not followed by what the words find.
        const isFull = match === null && limit <= 2
        const expected = isFull ? ['Q-3', 'Q-4'] : ['Q-1', 'Q-2', 'Q-5']
        expect([limit, match, all]).toEqual([limit, match, expect.arrayContaining(expected)])
        expect([limit, match, new Set(all).size]).toEqual([limit, match, all.length])
      }
  })

  it('reads the text word by word at once where the person chooses so', async () => {
    const page = await fetchPage(role, { search: 'Qvamby Jakob', match: 'words' })
    expect(page.customers.map(({ customer_id }) => customer_id).toSorted()).toEqual(['Q-1', 'Q-2', 'Q-3', 'Q-4', 'Q-5'])
    expect(page.looked).toBeDefined()
    expect(page.looked).not.toHaveProperty('phrase')
    expect((await listCalls()).every(({ query }) => !query.includes('match'))).toBe(true)
  })

  it('says nothing of words where the phrase finds all, so that a sole hit is one', async () => {
    const page = await fetchPage(role, { search: 'Qvamby og D' })
    expect(page).toMatchObject({ customers: [{ customer_id: 'C-1' }], next: null })
    expect(page.looked).toBeUndefined()
  })
})

it('costs one call for one word and for a full page of the phrase, and at most four where little is found', async () => {
  const calls: Record<string, number> = {}
  for (const [search, limit] of [
    ['qvamby', 25],
    ['nora.bjorgum', 25],
    ['K-214907', 25],
    ['Qvamby Jakob', 2],
    ['Qvamby Jakob', 25],
    ['qqqqqq zzzzzz', 25],
    ['qqqqqq zzzzzz wwwww yyyyy', 25],
    ["O'Qqqqq zzzz", 25],
  ] as const) {
    await sandbox.control('DELETE', '/requests')
    await fetchPage('agent', { search, limit })
    calls[`${search} ${limit}`] = (await listCalls()).length
  }
  expect(Object.values(calls).slice(0, 4)).toEqual([1, 1, 1, 1])
  expect(Math.max(...Object.values(calls))).toBeLessThanOrEqual(4)
})

it('a total counts the phrase, and is none for a search word by word', async () => {
  const access = accessForTests('agent')
  const filters = { ...noFilters, search: 'Qvamby Jakob' }
  expect(await fetchCustomerCount(access, filters)).toEqual({ total: 2 })
  expect(await fetchCustomerCount(access, { ...filters, match: 'words' })).toEqual({ total: null })
})
