import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  configureWithDatabase,
  endConfiguredDatabase,
  queryConfigured as rowsOf,
} from '@/lib/server/database/configure-for-tests'
import { openedDatabase } from '@/lib/server/database/open'
import { deleteOldChanges } from '@/lib/server/webhooks/delete-old-changes'
import { account, configureWebhooks, headersOf, type Sent } from '@/lib/server/webhooks/webhooks-for-tests'
import { changesChannel } from '@/lib/server/webhooks/write'
import { POST } from './route'

/** What Dintero, and whoever pretends to be Dintero, can send. */

vi.mock('@/lib/server/log', () => ({ log: vi.fn() }))

beforeAll(async () => {
  await configureWithDatabase()
  configureWebhooks()
})
afterAll(endConfiguredDatabase)
let customer_id = ''
beforeEach(() => {
  customer_id = `K-${randomUUID()}`
})

async function deliver(body: string | object, sent: Sent = {}, to = account): Promise<number> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const request = new Request(`http://localhost:3000/api/accounts/${to}/webhooks`, {
    method: 'POST',
    body: text,
    headers: headersOf(text, sent),
  })
  return (await POST(request, { params: Promise.resolve({ accountId: to }) })).status
}

const now = () => new Date().toISOString()
const customer = (more: object = {}) => ({ customer_id, type: 'customer', updated_at: now(), ...more })
const changes = (id = customer_id) =>
  rowsOf('SELECT event, properties, consent FROM customer_changes WHERE customer_id = $1 ORDER BY id', [id])

describe('a delivery', () => {
  it('is committed before the answer, with what changed and no value of it', async () => {
    expect(await deliver(customer({ email: 'first@example.no', first_name: 'Nora' }))).toBe(200)
    const consent = { email: { consent: true, updated_at: '2024-03-03T08:00:00Z' } }
    expect(
      await deliver(customer({ email: 'second@example.no', first_name: 'Nora', marketing_consent: consent })),
    ).toBe(200)
    expect(await changes()).toEqual([
      { event: 'customer_update', properties: null, consent: [] },
      {
        event: 'customer_update',
        properties: ['email'],
        consent: [
          { channel: 'email', before: null, before_at: null, after: true, after_at: '2024-03-03T08:00:00.000Z' },
        ],
      },
    ])
    const all = JSON.stringify([
      await rowsOf('SELECT * FROM customer_changes'),
      await rowsOf('SELECT * FROM customer_states'),
    ])
    expect(all).not.toMatch(/example\.no|Nora/)
  })

  it('is told to all processes once', async () => {
    const client = await openedDatabase().pool.connect()
    const heard: string[] = []
    client.on('notification', ({ payload = '' }) => heard.push(payload))
    await client.query(`LISTEN ${changesChannel}`)
    const [body, delivery] = [JSON.stringify(customer()), randomUUID()]
    expect([await deliver(body, { delivery }), await deliver(body, { delivery })]).toEqual([200, 200])
    await client.query('SELECT 1')
    client.release(true)
    expect(heard.map((one) => JSON.parse(one))).toEqual([{ account, customer: customer_id }])
  })

  it('that is dated in the future happened when it came, so that those after it are still compared', async () => {
    const startedAt = Date.now()
    expect(await deliver(customer({ email: 'a@example.no', updated_at: '2931-01-01T00:00:00Z' }))).toBe(200)
    expect(await deliver(customer({ email: 'b@example.no' }))).toBe(200)
    expect(await changes()).toMatchObject([{ properties: null }, { properties: ['email'] }])
    const rows = await rowsOf('SELECT at FROM customer_changes WHERE customer_id = $1', [customer_id])
    for (const { at } of rows) expect(at.getTime()).toBeGreaterThanOrEqual(startedAt)
    for (const { at } of rows) expect(at.getTime()).toBeLessThanOrEqual(Date.now())
  })

  it('that comes again is kept once, also as another event or under another number', async () => {
    const [body, delivery] = [JSON.stringify(customer({ email: 'a@example.no' })), randomUUID()]
    expect(await deliver(body, { delivery })).toBe(200)
    expect(await deliver(body, { delivery })).toBe(200)
    expect(await deliver(body)).toBe(200)
    expect(await deliver(body, { event: 'customer_delete' })).toBe(200)
    expect(await Promise.all([deliver(body), deliver(body, { delivery })])).toEqual([200, 200])
    expect(await changes()).toHaveLength(1)
  })

  it('of a changed id takes what was known along', async () => {
    expect(await deliver(customer({ email: 'a@example.no' }))).toBe(200)
    const next = `${customer_id}-new`
    const metadata = { 'dintero_change_customer_id_1.a': { old: customer_id, new: next, created_at: now() } }
    expect(await deliver(customer({ customer_id: next, email: 'a@example.no', metadata }))).toBe(200)
    expect(await changes(next)).toMatchObject([{ properties: null }, { properties: ['customer_id'] }])
    expect(await changes()).toEqual([])
  })

  it('about no customer, or of an event that is not known, is right and not kept', async () => {
    expect(await deliver({ hello: 'Dintero' }, { event: 'ping' })).toBe(200)
    expect(await deliver(customer(), { event: 'order_add' })).toBe(200)
    expect(await deliver(customer({ customer_id: 'a\0b' }))).toBe(200)
    expect(await changes()).toEqual([])
  })

  it.each(['token_add', 'token_remove', 'receipt_add', 'wallet_transaction'])(
    'of %s says that it happened',
    async (event) => {
      expect(await deliver({ customer_id, created_at: now(), value: 'secret' }, { event })).toBe(200)
      expect(await changes()).toEqual([{ event, properties: [], consent: [] }])
    },
  )
})

describe('what is not accepted', () => {
  it.each([
    ['no signature', { signature: '' }],
    ['a signature of another secret', { secret: 'another-secret-of-somebody' }],
    ['a signature of the wrong length', { signature: 'abcdef' }],
    ['a signature that is none', { signature: 'z'.repeat(40) }],
  ])('with %s', async (_, sent) => {
    expect(await deliver(customer(), sent)).toBe(401)
    expect(await changes()).toEqual([])
  })

  it('of an account without a secret, with that of another, or with none', async () => {
    for (const other of ['P12345678', 'T99999999', 'x'])
      expect([other, await deliver(customer(), {}, other), await deliver(customer(), { secret: '' }, other)]).toEqual([
        other,
        401,
        401,
      ])
  })

  it('where the body was changed after it was signed', async () => {
    const body = JSON.stringify(customer())
    const request = new Request('http://localhost:3000/', {
      method: 'POST',
      body: `${body} `,
      headers: headersOf(body),
    })
    expect((await POST(request, { params: Promise.resolve({ accountId: account }) })).status).toBe(401)
  })

  it.each([
    ['no JSON', '<h1>502</h1>'],
    ['no customer', '{}'],
    ['a number in place of an id', '{"customer_id":7}'],
    ['an empty id', '{"customer_id":""}'],
    ['an array', '[]'],
    ['too many levels', `{"customer_id":"x","a":${'['.repeat(60_000)}${']'.repeat(60_000)}}`],
  ])('signed, and %s', async (_, body) => expect(await deliver(body)).toBe(400))

  it('without a number of its own', async () => expect(await deliver(customer(), { delivery: '' })).toBe(400))

  it('that is older than it may be', async () => {
    const hours = (count: number) => new Date(Date.now() - count * 3_600_000).toISOString()
    expect(await deliver(customer({ updated_at: hours(73) }))).toBe(400)
    expect(await deliver(customer({ updated_at: hours(71) }))).toBe(200)
  })
})

it('loses none of a thousand in a second, and keeps none twice', async () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => `${customer_id}-${index}`)
  const startedAt = performance.now()
  const statuses = await Promise.all(ids.map((id) => deliver(customer({ customer_id: id, email: `${id}@example.no` }))))
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  expect(new Set(statuses)).toEqual(new Set([200]))
  const rows = await rowsOf(`SELECT DISTINCT customer_id FROM customer_changes WHERE customer_id LIKE $1`, [
    `${customer_id}-%`,
  ])
  expect(rows).toHaveLength(1_000)
})

it('forgets what is older than it is kept', async () => {
  expect(await deliver(customer({ email: 'a@example.no' }))).toBe(200)
  const left = async () => {
    await deleteOldChanges()
    const states = await rowsOf('SELECT 1 FROM customer_states WHERE customer_id = $1', [customer_id])
    return [(await changes()).length, states.length]
  }
  expect(await left()).toEqual([1, 1])
  const age = (days: number) =>
    rowsOf(
      `WITH c AS (UPDATE customer_changes SET received_at = now() - $2::interval WHERE customer_id = $1)
       UPDATE customer_states SET seen_at = now() - $2::interval WHERE customer_id = $1`,
      [customer_id, `${days} days`],
    )
  await age(399)
  expect(await left()).toEqual([1, 1])
  await age(401)
  expect(await left()).toEqual([0, 0])
})
