import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Random } from '../generate/random'
import { people, tagIds } from '../seed/seed'
import { type SandboxUnderTest, type SeenCustomer, startForTests } from '../start-for-tests'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests({ fresh: true })
})
afterAll(() => sandbox.stop())

const edit = (method: string, id: string, body?: unknown) =>
  sandbox.control(method, `/customers/${encodeURIComponent(id)}`, body)
const total = async (query = {}) =>
  Number((await sandbox.get('/customers/users', { ...query, total: true, limit: 1 })).headers.get('total-count'))

describe('edits', () => {
  test('a created customer is the newest, counted and found', async () => {
    const before = await total()
    const { status, body } = await sandbox.control('POST', '/customers', {
      customer_id: 'a/new one',
      first_name: 'Ny',
      email: 'ny@example.no',
      phone_number: '+4742000001',
      tags: [tagIds.VIP],
      attributes: { points: 7 },
    })
    expect(status).toBe(201)
    expect((await sandbox.customers({ limit: 1 }))[0]).toEqual(body)
    expect(await total()).toBe(before + 1)
    const queries: { [name: string]: string }[] = [
      { search: 'ny@' },
      { tag_id: tagIds.VIP, search: 'a/n' },
      { attributes_keys: 'points', attributes_values: '7' },
    ]
    for (const query of queries) {
      expect((await sandbox.customers(query)).map(({ customer_id }) => customer_id)).toContain('a/new one')
    }
  })

  test('a changed customer is found by its new data and is the last change', async () => {
    await edit('POST', people.kari.customer_id, { last_name: 'Nyberg', tags: [tagIds.Presse] })
    expect(await sandbox.customers({ search: 'nyberg', email: people.kari.email })).toHaveLength(1)
    expect(await sandbox.customers({ search: 'nordmann', email: people.kari.email })).toHaveLength(0)
    const [last] = (await sandbox.customers({ since_datetime: people.nora.updated_at, limit: 100 })).slice(-1)
    expect(last).toMatchObject({ customer_id: people.kari.customer_id, created_at: people.kari.created_at })
    expect((await sandbox.get(`/customers/users/${people.kari.customer_id}/tags`)).body).toMatchObject([
      { tag: 'Presse' },
    ])
  })

  test('a deleted customer is a tombstone and leaves the list and its links', async () => {
    const before = await total({ type: 'any' })
    await edit('DELETE', people.asheim.customer_id)
    expect(await total({ type: 'any' })).toBe(before - 1)
    const { body } = await sandbox.get(`/customers/users/${people.asheim.customer_id}`)
    expect(Object.keys(Object(body)).sort()).toEqual([
      'created_at',
      'created_by',
      'customer_id',
      'deleted_at',
      'deleted_by',
      'id',
      'type',
    ])
    const linked = await sandbox.customers({ search: people.jorgen.customer_id, type: 'any' })
    expect(linked.map(({ customer_id }) => customer_id)).toEqual([
      people.jorgen.customer_id,
      people.nordvik.customer_id,
    ])
  })

  test('links follow a contact that is created, changed and deleted', async () => {
    const users = async () =>
      (await sandbox.customers({ search: 'koblet', type: 'contact' })).map(({ customer_id }) => customer_id)
    await sandbox.control('POST', '/customers', {
      type: 'contact',
      customer_id: 'kontakt',
      last_name: 'Koblet',
      contact_for: [{ customer_id: 'B-20071' }, { customer_id: 'senere' }],
    })
    expect(await users()).toEqual(['kontakt', 'B-20071'])
    await sandbox.control('POST', '/customers', {
      type: 'company',
      customer_id: 'senere',
      company: { bussiness_name: 'Senere AS' },
    })
    expect(await users()).toEqual(['senere', 'kontakt', 'B-20071'])
    await edit('POST', 'kontakt', { contact_for: [{ customer_id: 'senere' }] })
    expect(await users()).toEqual(['senere', 'kontakt'])
    await edit('DELETE', 'kontakt')
    expect(await users()).toEqual([])
  })

  test.each([
    ['POST', 'nobody', {}, 404],
    ['DELETE', 'nobody', undefined, 404],
    ['POST', people.nora.customer_id, { customer_id: 'x' }, 400],
    ['POST', people.nora.customer_id, { type: 'alien' }, 400],
    ['POST', people.nora.customer_id, { email: 7 }, 400],
    ['POST', people.nora.customer_id, { contact_for: [1] }, 400],
    ['POST', people.nora.customer_id, [], 400],
    ['POST', people.nora.customer_id, { updated_at: '+275760-09-13T00:00:00Z' }, 400],
    ['POST', people.nora.customer_id, { updated_at: '9999-12-31T23:59:59Z' }, 400],
    ['POST', people.nora.customer_id, { updated_at: 5 }, 400],
    ['POST', people.nora.customer_id, { email: people.ola.email.toUpperCase() }, 409],
    ['POST', people.tombstone.customer_id, { first_name: 'x' }, 409],
    ['GET', people.nora.customer_id, undefined, 405],
  ])('%s of %s with %j is %i', async (method, id, body, status) => {
    expect((await edit(method, id, body)).status).toBe(status)
  })
})

describe('while customers are created, changed and deleted', () => {
  test('starting_after returns every unchanged customer exactly once', async () => {
    const before = new Set(
      (await sandbox.customers({ include_deleted: true, type: 'any', limit: 100 })).map(({ id }) => id),
    )
    const seen: string[] = []
    const random = new Random('walk')
    let edits = 0
    for (let cursor = {}; ; ) {
      const page = await sandbox.customers({ include_deleted: true, type: 'any', limit: 100, ...cursor })
      seen.push(...page.map(cursorOf))
      const last = page.at(-1)
      if (page.length < 100 || !last) break
      cursor = { starting_after: cursorOf(last) }
      const victim = random.pick(page)
      await edit(random.chance(0.5) ? 'DELETE' : 'POST', victim.customer_id, { status: `edit ${edits++}` })
      // The customer of the cursor itself.
      if (random.chance(0.3)) await edit('DELETE', last.customer_id)
      await sandbox.control('POST', '/customers', { first_name: 'Underveis' })
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(5000)
    for (const id of before) expect(seen).toContain(id)
  })

  test('since_datetime returns all customers except those that share an instant with a full page', async () => {
    const seen = new Map<string, SeenCustomer>()
    const lost = new Map<string, number>()
    let since = '2016-01-01T00:00:00Z'
    for (let calls = 0; calls < 400; calls++) {
      const page = await sandbox.customers({ since_datetime: since, type: 'any', limit: 100 })
      for (const customer of page) seen.set(customer.customer_id, customer)
      if (page.length < 100) break
      const latest = String(page.at(-1)?.updated_at)
      if (page[0]?.updated_at === latest) {
        const next = latest.replace(/(\d{3})(\d{3})?Z$/, (_, ms) => `${String(Number(ms) + 1).padStart(3, '0')}Z`)
        lost.set(
          latest,
          (await total({ since_datetime: latest, type: 'any' })) - (await total({ since_datetime: next, type: 'any' })),
        )
        since = next
      } else since = latest
      if (calls % 5 === 0) await edit('POST', 'K-214530', { status: `walk ${calls}` })
    }
    expect([...lost.keys()]).toEqual(['2023-02-14T03:00:00.000417Z'])
    const all = await total({ type: 'any' })
    const cannotBeListed = [...lost.values()].reduce((sum, count) => sum + count - 100, 0)
    expect(seen.size).toBe(all - cannotBeListed)
  })
})

/** The smallest customer has no `id` in responses, but the store knows it. */
function cursorOf(customer: SeenCustomer): string {
  return customer.id ?? people.bare.id
}
