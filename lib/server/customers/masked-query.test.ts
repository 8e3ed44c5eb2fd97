import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type CustomerQuery, noFilters } from '@/lib/customers/filters/customer-query'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { someoneForTests } from '@/lib/server/auth/access-for-tests'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import {
  readChangedScan,
  readCustomerCount,
  readCustomerPage,
  readDeletedScan,
  readFormerScan,
} from '@/lib/server/customers/read-customers'
import { readCustomer, readCustomerIfChanged } from '@/lib/server/customers/read-record'
import { upstreamForTests } from '@/lib/server/database/configure-for-tests'
import { openedDatabase } from '@/lib/server/database/open'

const { nora } = people
const everyone: CustomerQuery = { ...noFilters, limit: 25, starting_after: null, by_word: null }
const perHour = 3

const sandbox = upstreamForTests(startForTests, { LIMIT_EXACT_SEARCHES_PER_HOUR: String(perHour) })

let viewer = someoneForTests('viewer')
let agent = someoneForTests('agent')
beforeEach(() => {
  viewer = someoneForTests('viewer')
  agent = someoneForTests('agent')
})

const audited = async ({ viewer: { email } }: AccountAccess) => {
  const text = 'SELECT kind, customers, rows, filters, note FROM activity WHERE actor_email = $1 ORDER BY id'
  return (await openedDatabase().pool.query(text, [email])).rows
}
const page = (access: AccountAccess, query: Partial<CustomerQuery>) =>
  readCustomerPage(access, { ...everyone, ...query })

describe('a person who sees masked customers is refused', () => {
  type Ask = (access: AccountAccess) => Promise<unknown>
  it.each<[string, object, Ask]>([
    [
      'a search together with a time of change',
      { code: 'forbidden', field: 'since_datetime' },
      (access) => page(access, { search: 'nora', since_datetime: '2026-01-01T00:00:00Z' }),
    ],
    [
      'a filter on a private attribute',
      { code: 'forbidden', field: 'attributes_keys' },
      (access) => page(access, { attributes_keys: ['points', 'credit_limit'] }),
    ],
    [
      'a filter on an attribute that is not declared',
      { code: 'forbidden', field: 'attributes_keys' },
      (access) => page(access, { attributes_keys: ['unheard_of'], attributes_values: ['x'] }),
    ],
    [
      'the number of customers with a private attribute',
      { code: 'forbidden', field: 'attributes_keys' },
      (access) => readCustomerCount(access, { ...noFilters, attributes_keys: ['churn_risk'] }),
    ],
    [
      'a scan with a private attribute',
      { code: 'forbidden', field: 'attributes_keys' },
      (access) =>
        readChangedScan(access, {
          ...noFilters,
          attributes_keys: ['churn_risk'],
          changed_at: '2026-01-01T00:00:00Z',
          starting_after: null,
        }),
    ],
    [
      'an earlier id',
      { code: 'forbidden', field: 'was' },
      (access) => readFormerScan(access, { was: 'K-1', starting_after: null }),
    ],
    [
      'a part of an email',
      { code: 'contact_fragment', field: 'search' },
      (access) => page(access, { search: 'nora@ex' }),
    ],
    ['a part of a phone', { code: 'contact_fragment', field: 'search' }, (access) => page(access, { search: '+4791' })],
    [
      'a part of a phone among deleted customers',
      { code: 'contact_fragment', field: 'search' },
      (access) => readDeletedScan(access, { type: null, search: '+4791', starting_after: null }),
    ],
    [
      'a part of a name as cursor',
      { code: 'invalid_query', field: 'by_word' },
      (access) => page(access, { search: 'nora b', by_word: 'ora' }),
    ],
    [
      'the id of a customer as cursor',
      { code: 'invalid_query', field: 'starting_after' },
      (access) => page(access, { starting_after: nora.id }),
    ],
  ])('%s, with its reason', async (_, error, ask) => {
    await expect(ask(viewer)).rejects.toMatchObject({ error })
    await expect(ask(agent)).resolves.toBeTruthy()
  })

  it('and the refusal is audited with its reason, and without the value', async () => {
    await expect(page(viewer, { search: 'nora@ex' })).rejects.toThrow()
    const [event] = await audited(viewer)
    expect(event).toMatchObject({
      kind: 'refused',
      customers: [],
      note: 'role viewer lacks contact:read: contact_fragment search',
    })
    expect(JSON.stringify(event)).not.toContain('nora')
  })
})

describe('a whole email, phone or token', () => {
  it('finds its customer, and is audited with whom it found, also when nobody', async () => {
    const found = await page(viewer, { email: nora.email })
    expect(found.customers.map(({ customer_id }) => customer_id)).toEqual([nora.customer_id])
    await page(viewer, { phone_number: '+4740000001' })
    const events = await audited(viewer)
    expect(events).toMatchObject([
      {
        kind: 'search',
        customers: [nora.customer_id],
        rows: 1,
        filters: [{ name: 'email', hash: expect.any(String) }],
      },
      { kind: 'search', customers: [], rows: 0, filters: [{ name: 'phone_number', hash: expect.any(String) }] },
    ])
  })

  it('is looked for so often an hour and no more, with the time to wait; a repeated one counts once', async () => {
    for (let at = 0; at < perHour; at++) {
      await page(viewer, { email: `guess-${at}@example.no` })
      await readCustomerCount(viewer, { ...noFilters, email: `guess-${at}@example.no` })
    }
    const next: [string, Partial<CustomerQuery>][] = [
      ['email', { email: 'guess-9@example.no' }],
      ['phone', { phone_number: '+4740000002' }],
      ['token', { token_value: '2400000000214907' }],
    ]
    for (const [name, query] of next) {
      const refused = await page(viewer, query).catch(({ error }: { error: object }) => error)
      expect([name, refused]).toEqual([
        name,
        expect.objectContaining({ code: 'exact_search_limit', retry_after_seconds: expect.any(Number) }),
      ])
    }
    await expect(page(viewer, { email: 'guess-0@example.no' })).resolves.toMatchObject({ customers: [] })
    await expect(page(viewer, { search: 'nora' })).resolves.toMatchObject({ unreadable: [] })
    const refusals = (await audited(viewer)).filter(({ kind }) => kind === 'refused')
    expect(refusals).toHaveLength(next.length)
  })

  it('counts again an hour later, also where it is the same', async () => {
    const guess = (at: number) => page(viewer, { email: `guess-${at}@example.no` })
    await guess(0)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * 60_000 })
    try {
      for (let at = 0; at < perHour; at++) await guess(at)
      await expect(guess(perHour)).rejects.toMatchObject({ error: { code: 'exact_search_limit' } })
    } finally {
      vi.useRealTimers()
    }
  })

  it('has no such limit for a person who sees contact data', async () => {
    for (let at = 0; at <= perHour; at++) await page(agent, { email: `guess-${at}@example.no` })
    expect((await audited(agent)).filter(({ kind }) => kind === 'refused')).toEqual([])
  })
})

it('the etag of Dintero, which depends on masked values, does not show that a record is unchanged; their own does', async () => {
  const { etag: ofDintero } = await readCustomer(agent, nora.customer_id)
  const { etag: own } = await readCustomer(viewer, nora.customer_id)
  const again = (access: AccountAccess, etag: string | null) =>
    readCustomerIfChanged(access, nora.customer_id, etag ?? '')
  expect(await again(agent, ofDintero)).toMatchObject({ unchanged: true })
  expect(await again(viewer, ofDintero)).toMatchObject({ customer: { email: '••••' }, etag: own })
  expect(await again(viewer, own)).toMatchObject({ unchanged: true })
})

describe('a search past customers that are left out', () => {
  it('stops after a fixed number of calls, and gives no number and no cursor', async () => {
    await sandbox().control('DELETE', '/requests')
    const stopped = await page(viewer, { search: '47' })
    expect(stopped).toMatchObject({ next: null, looked: { at: null, of: null, by_word: '47' } })
    const lists = (await sandbox().requests()).filter(({ path }) => path.endsWith('/customers/users'))
    expect(lists).toHaveLength(20)
  })

  it('ends a page behind the last customer that is shown, and the next one begins there', async () => {
    const ids = new Set<string>()
    const whole = await page(viewer, { search: 'no', limit: 100 })
    let starting_after: string | null = null
    for (let pages = 0; pages < 200 && ids.size < whole.customers.length; pages++) {
      const { customers, next } = await page(viewer, { search: 'no', limit: 3, starting_after })
      for (const { customer_id } of customers) ids.add(customer_id)
      if (next === null || !('starting_after' in next)) break
      starting_after = next.starting_after
    }
    expect([...ids].slice(0, whole.customers.length)).toEqual(whole.customers.map(({ customer_id }) => customer_id))
  })
})
