import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accounts, people } from '../seed/seed'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests()
})
afterAll(() => sandbox.stop())

const { nora, silje, nordahlDesign, nordvik, asheim, noraLien, tombstone, kari } = people

type Query = Parameters<SandboxUnderTest['get']>[1]

describe('the collection', () => {
  test('is a bare array of ten, newest first, without contacts', async () => {
    const customers = await sandbox.customers()
    expect(customers).toHaveLength(10)
    expect(customers[0]).toMatchObject({ customer_id: nora.customer_id })
    const created = customers.map((customer) => String(customer.created_at))
    expect(created).toEqual(created.toSorted().reverse())
    expect((await sandbox.customers({ limit: 100 })).map(({ type }) => type)).not.toContain('contact')
  })

  test('has no total-count unless it is requested', async () => {
    expect((await sandbox.get('/customers/users')).headers.get('total-count')).toBeNull()
    expect((await sandbox.get('/customers/users', { total: false })).headers.get('total-count')).toBeNull()
  })

  test('the total ignores the cursor and includes linked users', async () => {
    const { headers } = await sandbox.get('/customers/users', {
      total: true,
      starting_after: nora.id,
      search: 'nora',
      limit: 1,
    })
    const all = await sandbox.get('/customers/users', { total: true, search: 'nora', limit: 1 })
    expect(headers.get('total-count')).toBe(all.headers.get('total-count'))
    const linked = await sandbox.get('/customers/users', { total: true, search: 'C-30922', type: 'contact', limit: 1 })
    expect(linked.headers.get('total-count')).toBe('3')
  })

  test('the cursor continues within linked users', async () => {
    const query = { search: 'C-30922', type: 'any', limit: 2 }
    const [, second] = await sandbox.customers(query)
    expect(second).toMatchObject({ customer_id: nordvik.customer_id })
    expect(await sandbox.customers({ ...query, starting_after: nordvik.id })).toMatchObject([
      { customer_id: asheim.customer_id },
    ])
  })

  test('since_datetime includes its instant, oldest first, with a total', async () => {
    const instant = '2023-02-14T03:00:00.000417Z'
    const { body, headers } = await sandbox.get('/customers/users', {
      since_datetime: instant,
      limit: 100,
      total: true,
    })
    expect(body).toHaveLength(100)
    expect(Array.isArray(body) && new Set(body.map(({ updated_at }) => updated_at))).toEqual(new Set([instant]))
    const later = await sandbox.get('/customers/users', { since_datetime: '2023-02-14T03:00:00.000418Z', total: true })
    expect(Number(headers.get('total-count')) - Number(later.headers.get('total-count'))).toBe(600)
    const zoned = await sandbox.get('/customers/users', {
      since_datetime: '2023-02-14T04:00:00.000417+01:00',
      limit: 100,
    })
    expect(zoned.body).toEqual(body)
  })

  test('a tombstone has no personal data, in the list and on its own', async () => {
    const [listed] = await sandbox.customers({ search: tombstone.customer_id, include_deleted: true })
    const { record: _, ...left } = tombstone
    expect(listed).toEqual(left)
    expect(await sandbox.get(`/customers/users/${tombstone.customer_id}`)).toMatchObject({ status: 200, body: left })
  })

  test('the cursor of a deleted customer keeps its position', async () => {
    const after = await sandbox.customers({ starting_after: tombstone.id, limit: 1 })
    expect(String(after[0]?.created_at) < tombstone.created_at).toBe(true)
  })

  test('HEAD gives 200 or 404 without a body and requires an email or phone, where it is on', async () => {
    const enabled = await startForTests({ fresh: true, customers: 500, deviate: ['head-is-off'] })
    const head = (query: Query) => enabled.get('/customers/users', query, { method: 'HEAD' })
    expect(await head({ email: nora.email.toUpperCase() })).toMatchObject({ status: 200, body: undefined })
    expect(await head({ phone_number: nora.phone_number })).toMatchObject({ status: 200 })
    expect(await head({ email: nora.email, phone_number: kari.phone_number })).toMatchObject({
      status: 404,
      body: undefined,
    })
    expect(await head({})).toMatchObject({ status: 400 })
    await enabled.stop()
  })

  test('an empty account gives an empty array, another account has other customers', async () => {
    expect((await sandbox.get('/customers/users', { total: true }, { account: accounts.empty })).body).toEqual([])
    const others = await sandbox.get(
      '/customers/users',
      { total: true, type: 'any', include_deleted: true },
      { account: accounts.production },
    )
    expect(others.headers.get('total-count')).toBe('500')
    expect(
      (await sandbox.get('/customers/users', { email: nora.email }, { account: accounts.production })).body,
    ).toEqual([])
    const cursor = await sandbox.get('/customers/users', { starting_after: nora.id }, { account: accounts.production })
    expect(cursor.status).toBe(400)
  })

  test('two types may share an email', async () => {
    expect(silje.email.toLowerCase()).toBe(nordahlDesign.email.toLowerCase())
    expect(noraLien.type).toBe('contact')
  })
})
