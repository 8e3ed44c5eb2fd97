import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CustomerQuery, noFilters } from '@/lib/customers/filters/customer-query'
import { rawAnswer, startRaw } from '@/lib/sandbox/start-raw-for-tests'
import { accessForTests, configureForTests } from '@/lib/server/auth/access-for-tests'
import { fetchCustomerPage } from '@/lib/server/customers/fetch/fetch-customer-page'
import { fetchCustomerTokens } from '@/lib/server/customers/fetch/fetch-record-sections'
import { fetchDeletedScan } from '@/lib/server/customers/fetch/fetch-scans'

/** An upstream whose pages do not add up. What no honest sandbox would send is given here by hand. */

const query: CustomerQuery = { ...noFilters, limit: 100, starting_after: null, by_word: null }
const invalid = { error: { code: 'upstream_invalid' } }

let pages: (asked: URLSearchParams) => unknown = () => []
let asked: URLSearchParams[] = []
const token = JSON.stringify({ access_token: 't', token_type: 'Bearer', expires_in: 600 })
let upstream: Awaited<ReturnType<typeof startRaw>>

beforeAll(async () => {
  upstream = await startRaw((socket, { path }) => {
    const { pathname, searchParams } = new URL(path, upstream.url)
    if (pathname.endsWith('/auth/token')) return socket.write(rawAnswer(token))
    asked.push(searchParams)
    socket.write(rawAnswer(JSON.stringify(pages(searchParams))))
  })
  configureForTests(upstream.url)
})
afterEach(() => {
  asked = []
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await upstream.stop()
})

/** Customers with these numbers, each changed at its minute. */
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
/** Two full pages, each the other's next one. */
const inCircles = (params: URLSearchParams) => (params.get('starting_after') === 'id-99' ? second : first)
const total = (params: URLSearchParams) => params.get('total') === 'true'

describe('a list', () => {
  it('shows a customer that comes twice in a page once, and tells it', async () => {
    pages = () => rows([1, 2, 1])
    const page = await fetchCustomerPage(accessForTests('agent'), query)
    expect(page.customers.map(({ customer_id }) => customer_id)).toEqual(['K-1', 'K-2'])
    expect(page.unreadable).toEqual([{ id: 'id-1', customer_id: 'K-1', reason: 'customer_id twice' }])
  })

  it.each<[string, (asked: URLSearchParams) => unknown]>([
    ['repeats itself', () => first],
    ['holds more than was asked for', () => [...first, ...second]],
    ['is an object', () => ({ customers: first })],
    ['is the error of another status', () => ({ error: { message: 'no' } })],
    ['is null', () => null],
  ])('that %s is none', async (_, answer) => {
    pages = answer
    await expect(
      fetchCustomerPage(accessForTests('agent'), { ...query, starting_after: 'id-99' }),
    ).rejects.toMatchObject(invalid)
    expect(asked).toHaveLength(1)
  })

  it('that is empty at a cursor has ended', async () => {
    pages = () => []
    expect(await fetchCustomerPage(accessForTests('agent'), { ...query, starting_after: 'id-99' })).toEqual({
      customers: [],
      unreadable: [],
      next: null,
    })
  })

  it('of changes that is not oldest first is none, since the latest would lead past others', async () => {
    pages = () => first.toReversed()
    const since = { ...query, since_datetime: '1970-01-01T00:00:00Z' }
    await expect(fetchCustomerPage(accessForTests('agent'), since)).rejects.toMatchObject(invalid)
    pages = () => first
    expect((await fetchCustomerPage(accessForTests('agent'), since)).next).toEqual({
      since_datetime: first.at(-1)?.updated_at,
    })
  })
})

describe('a walk over several pages ends where it comes back to what it has seen', () => {
  it('in a scan', async () => {
    pages = inCircles
    const scan = { type: null, search: null, starting_after: null }
    await expect(fetchDeletedScan(accessForTests('agent'), scan)).rejects.toMatchObject(invalid)
    expect(asked).toHaveLength(3)
  })

  it('in a search of two words', async () => {
    pages = (params) => (total(params) || params.get('search')?.includes(' ') ? [] : inCircles(params))
    const search = { ...query, search: 'Kari Xylander' }
    await expect(fetchCustomerPage(accessForTests('agent'), search)).rejects.toMatchObject(invalid)
    expect(asked.filter((params) => params.get('search') === 'Kari' && !total(params))).toHaveLength(3)
  })

  it('in a search of who sees customers masked', async () => {
    pages = inCircles
    await expect(fetchCustomerPage(accessForTests('viewer'), { ...query, search: 'zzz' })).rejects.toMatchObject(
      invalid,
    )
    expect(asked.filter((params) => params.get('search') === 'zzz')).toHaveLength(3)
  })

  it('and goes on where a page repeats a few', async () => {
    const repeating = rows(range(90, 40)).filter(({ id }) => id !== 'id-99')
    pages = (params) => (params.get('starting_after') === 'id-99' ? repeating : first)
    const step = await fetchDeletedScan(accessForTests('agent'), { type: null, search: null, starting_after: null })
    expect([step.looked, step.next]).toEqual([100 + 30, null])
  })
})

describe('tokens', () => {
  const tokens = (ids: string[]) => ids.map((id) => ({ id, type: 'card', value: 'v' }))
  const read = (starting_after: string | null) =>
    fetchCustomerTokens(accessForTests('agent'), 'K-1', {
      type: null,
      limit: 2,
      starting_after,
      include_deleted: false,
    })

  it('that come twice are shown once, and counted', async () => {
    pages = () => tokens(['a', 'a'])
    expect(await read(null)).toMatchObject({ tokens: [{ id: 'a' }], unreadable: 1, next: { starting_after: 'a' } })
  })

  it.each([[['a', 'b']], [['b', 'c', 'd']]])('%j after a is no next page', async (ids) => {
    pages = () => tokens(ids)
    await expect(read('a')).rejects.toMatchObject(invalid)
  })
})
