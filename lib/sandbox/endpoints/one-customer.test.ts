import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accounts, people, tagIds } from '../seed/seed'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests()
})
afterAll(() => sandbox.stop())

const { nora, thirtyAttributes, fortyTokens } = people

describe('one customer', () => {
  test.each(Object.values(people).map((person) => [person.customer_id, person] as const))(
    '%s is returned, whatever its data',
    async (id, person) => {
      const raw = await sandbox.get(`/customers/users/${encodeURIComponent(id).replaceAll('.', '%2E')}`)
      // `fetch` resolves dots even when they are escaped.
      if (id === '..') return
      expect(raw.status).toBe(200)
      expect(raw.body).toMatchObject({ customer_id: id, type: person.type })
    },
  )

  test('404 for an unknown id, an internal id and another account', async () => {
    for (const id of ['nobody', nora.id, nora.customer_id.toLowerCase()]) {
      expect(await sandbox.get(`/customers/users/${id}`)).toMatchObject({
        status: 404,
        body: { error: { code: 'NOT FOUND' } },
      })
    }
    const other = await sandbox.get(`/customers/users/${nora.customer_id}`, {}, { account: accounts.production })
    expect(other.status).toBe(404)
  })

  test('the etag gives a 304 while the customer is unchanged', async () => {
    const path = `/customers/users/${nora.customer_id}`
    const etag = (await sandbox.get(path)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{40}"$/)
    const same = await sandbox.get(path, {}, { headers: { 'if-none-match': `"other", W/${etag}` } })
    expect(same).toMatchObject({ status: 304, body: undefined })
    expect(same.headers.get('etag')).toBe(etag)
    expect((await sandbox.get(path, {}, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  test('the smallest customer has only the required properties', async () => {
    const { body } = await sandbox.get('/customers/users/S-00100')
    expect(body).toEqual({ type: 'customer', customer_id: 'S-00100' })
  })

  test('its tags', async () => {
    const { body } = await sandbox.get('/customers/users/K-214907/tags')
    expect(body).toMatchObject([{ tag: 'Medlem', id: tagIds.Medlem }, { tag: 'Gullmedlem' }])
    expect((await sandbox.get('/customers/users/nobody/tags')).status).toBe(404)
  })

  test('its tokens, by type, in pages, with deleted ones on request', async () => {
    const path = `/customers/users/${fortyTokens.customer_id}/tokens`
    const first = await sandbox.get(path, { total: true })
    expect(first.body).toHaveLength(10)
    expect(first.headers.get('total-count')).toBe('32')
    const all = await sandbox.get(path, { include_deleted: true, limit: 100 })
    expect(all.body).toHaveLength(40)
    const cards = await sandbox.get(path, { type: 'payment_card', limit: 100 })
    expect(cards.body).toMatchObject(
      Array.from({ length: 11 }, () => ({ metadata: { mask_pan: expect.stringContaining('******') } })),
    )
    const seen: string[] = []
    for (let cursor = {}; ; ) {
      const { body } = await sandbox.get(path, { limit: 7, include_deleted: true, ...cursor })
      if (!Array.isArray(body)) throw new Error('no page')
      seen.push(...body.map(({ id }) => id))
      if (body.length < 7) break
      cursor = { starting_after: body.at(-1).id }
    }
    expect(new Set(seen).size).toBe(40)
    expect((await sandbox.get(path, { starting_after: nora.id })).status).toBe(400)
  })

  test('its communication', async () => {
    const { body } = await sandbox.get('/customers/users/K-214907/communication')
    expect(body).toEqual({
      communication: {
        email: { verified_at: '2026-11-20T14:59:00.000Z', allowed: true },
        phone_number: { verified_at: '2026-11-20T14:58:30.000Z', allowed: true },
      },
    })
  })

  test('rejects unknown parameters', async () => {
    expect((await sandbox.get('/customers/users/K-214907', { limit: 1 })).status).toBe(400)
  })
})

describe('the account', () => {
  test('its tags, terms and settings', async () => {
    const tags = await sandbox.get('/customers/tags')
    expect(Array.isArray(tags.body) && tags.body.find(({ tag }) => tag === 'VIP')).toMatchObject({ id: tagIds.VIP })
    const terms = await sandbox.get('/customers/terms')
    expect(Array.isArray(terms.body) && terms.body.map(({ id }) => id)).toContain(nora.term.id)
    const { body } = await sandbox.get('/customers/settings')
    expect(body).toMatchObject({ attributes: expect.arrayContaining([{ name: 'favorite_sport', type: 'string' }]) })
    expect(JSON.stringify(body)).toContain('"private":true')
  })

  test('thirty attributes of any JSON type are returned unchanged', async () => {
    const { body } = await sandbox.get('/customers/users/S-00105')
    expect(body).toMatchObject({ attributes: thirtyAttributes.attributes })
    expect(Object.keys(thirtyAttributes.attributes)).toHaveLength(30)
  })
})
