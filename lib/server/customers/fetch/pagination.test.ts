import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CustomerQuery, noFilters } from '@/lib/customers/filters/customer-query'
import { rawAnswer, startRaw } from '@/lib/sandbox/start-raw-for-tests'
import { accessForTests, configureForTests } from '@/lib/server/auth/access-for-tests'
import { fetchCustomerPage } from '@/lib/server/customers/fetch/fetch-customer-page'
import { fetchCustomerTokens } from '@/lib/server/customers/fetch/fetch-record-sections'
import { fetchDeletedScan } from '@/lib/server/customers/fetch/fetch-scans'

/** Pagination over an upstream that returns inconsistent pages, which the sandbox never does. */

const query: CustomerQuery = { ...noFilters, limit: 100, starting_after: null, by_word: null }
const invalid = { error: { code: 'upstream_invalid' } }

let pages: (params: URLSearchParams) => unknown = () => []
let requests: URLSearchParams[] = []
const token = JSON.stringify({ access_token: 't', token_type: 'Bearer', expires_in: 600 })
let upstream: Awaited<ReturnType<typeof startRaw>>

beforeAll(async () => {
  upstream = await startRaw((socket, { path }) => {
    const { pathname, searchParams } = new URL(path, upstream.url)
    if (pathname.endsWith('/auth/token')) return socket.write(rawAnswer(token))
    requests.push(searchParams)
    socket.write(rawAnswer(JSON.stringify(pages(searchParams))))
  })
  configureForTests(upstream.url)
})
afterEach(() => {
  requests = []
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await upstream.stop()
})

/** Customers with these numbers, each changed at the minute with its number. */
const rows = (numbers: readonly number[]) =>
  numbers.map((number) => ({
    type: 'customer',
    customer_id: `K-${number}`,
    id: `id-${number}`,
    first_name: 'Kari',
    last_name: 'Nordmann',
    updated_at: new Date(number * 60_000).toISOString(),
  }))
const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at)
const first = rows(range(0, 100))
const second = rows(range(100, 100))
/** Two full pages, each of which is the next page of the other. */
const circularPages = (params: URLSearchParams) => (params.get('starting_after') === 'id-99' ? second : first)

describe('a page of the list', () => {
  it('shows a repeated customer once, and lists the repetition as unreadable', async () => {
    pages = () => rows([1, 2, 1])
    const page = await fetchCustomerPage(accessForTests('agent'), query)
    expect(page.customers.map(({ customer_id }) => customer_id)).toEqual(['K-1', 'K-2'])
    expect(page.unreadable).toEqual([{ id: 'id-1', customer_id: 'K-1', reason: 'customer_id twice' }])
  })

  it.each<[string, (params: URLSearchParams) => unknown]>([
    ['contains its own cursor', () => first],
    ['has more rows than were requested', () => [...first, ...second]],
    ['is an object', () => ({ customers: first })],
    ['is an error object', () => ({ error: { message: 'no' } })],
    ['is null', () => null],
  ])('fails when it %s', async (_, answer) => {
    pages = answer
    await expect(
      fetchCustomerPage(accessForTests('agent'), { ...query, starting_after: 'id-99' }),
    ).rejects.toMatchObject(invalid)
    expect(requests).toHaveLength(1)
  })

  it('is the last one when it is empty', async () => {
    pages = () => []
    expect(await fetchCustomerPage(accessForTests('agent'), { ...query, starting_after: 'id-99' })).toEqual({
      customers: [],
      unreadable: [],
      next: null,
    })
  })

  it('of changes fails when it is not oldest first, since the next page would skip customers', async () => {
    pages = () => first.toReversed()
    const since = { ...query, since_datetime: '1970-01-01T00:00:00Z' }
    await expect(fetchCustomerPage(accessForTests('agent'), since)).rejects.toMatchObject(invalid)
    pages = () => first
    expect((await fetchCustomerPage(accessForTests('agent'), since)).next).toEqual({
      since_datetime: first.at(-1)?.updated_at,
    })
  })
})

describe('pagination that returns to rows it has already seen', () => {
  it('fails in a scan', async () => {
    pages = circularPages
    const scan = { type: null, search: null, starting_after: null }
    await expect(fetchDeletedScan(accessForTests('agent'), scan)).rejects.toMatchObject(invalid)
    expect(requests).toHaveLength(3)
  })

  it('fails in a search by two words', async () => {
    pages = (params) => (params.get('search')?.includes(' ') ? [] : circularPages(params))
    const search = { ...query, search: 'Kari Xylander', by_word: 'Kari', starting_after: 'id' }
    await expect(fetchCustomerPage(accessForTests('agent'), search)).rejects.toMatchObject(invalid)
    expect(requests.filter((params) => params.get('search') === 'Kari')).toHaveLength(3)
  })

  it('fails in a search by a person who sees masked customers', async () => {
    pages = circularPages
    await expect(fetchCustomerPage(accessForTests('viewer'), { ...query, search: 'zzz' })).rejects.toMatchObject(
      invalid,
    )
    expect(requests.filter((params) => params.get('search') === 'zzz')).toHaveLength(3)
  })

  it('continues when a page repeats only some rows', async () => {
    const repeating = rows(range(90, 40)).filter(({ id }) => id !== 'id-99')
    pages = (params) => (params.get('starting_after') === 'id-99' ? repeating : first)
    const step = await fetchDeletedScan(accessForTests('agent'), { type: null, search: null, starting_after: null })
    expect([step.looked, step.next]).toEqual([100 + 30, null])
  })
})

describe('tokens', () => {
  const tokens = (ids: string[]) => ids.map((id) => ({ id, type: 'card', value: 'v' }))
  const fetchPage = (starting_after: string | null) =>
    fetchCustomerTokens(accessForTests('agent'), 'K-1', {
      type: null,
      limit: 2,
      starting_after,
      include_deleted: false,
    })

  it('shows a repeated token once, and counts the repetition', async () => {
    pages = () => tokens(['a', 'a'])
    expect(await fetchPage(null)).toMatchObject({ tokens: [{ id: 'a' }], unreadable: 1, next: { starting_after: 'a' } })
  })

  it.each([[['a', 'b']], [['b', 'c', 'd']]])('rejects %j as the page after a', async (ids) => {
    pages = () => tokens(ids)
    await expect(fetchPage('a')).rejects.toMatchObject(invalid)
  })
})
