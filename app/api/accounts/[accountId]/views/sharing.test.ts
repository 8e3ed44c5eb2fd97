import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import {
  configureWithDatabase,
  endConfiguredDatabase,
  queryConfigured as query,
} from '@/lib/server/database/configure-for-tests'
import { change, created, errorOf, list, remove, session, signInSomebody } from './views-for-tests'

/** A shared view is opened by everybody in the account, changed by its owner alone, and shows nobody what they may not see. */

vi.mock('next-auth', async (original) => ({ ...(await original<object>()), getServerSession: () => session.current }))
vi.mock('next/headers', () => ({ headers: () => new Headers() }))

let owner = { email: '', again: async () => {} }
beforeAll(() => configureWithDatabase())
afterAll(endConfiguredDatabase)
beforeEach(async () => {
  await query('DELETE FROM views')
  owner = await signInSomebody('agent', 'Kari Nordmann')
})

async function shared(values: object) {
  const view = await created(values)
  expect((await change(view.id, { version: 1, shared: true })).status).toBe(200)
  return view.id
}

const eventsOf = (email: string) =>
  query('SELECT kind, note, filters FROM activity WHERE actor_email = $1 ORDER BY id', [email])

it('is opened by colleagues, who see whose it is and change nothing', async () => {
  const id = await shared({ query: 'email=nora@example.no&type=company' })
  const [own] = (await list()).views
  expect(own).toMatchObject({ owner: null, shared: true, version: 2 })
  await signInSomebody('admin')
  expect((await list()).views).toEqual([{ ...own, owner: 'Kari Nordmann' }])
  for (const answer of [await change(id, { version: 2, name: 'Mine' }), await remove(id, 2)]) {
    expect(answer.status).toBe(403)
    expect((await errorOf(answer)).message).toBe('Only the person who has made a view changes it.')
  }
  await owner.again()
  expect((await change(id, { version: 2, shared: false })).status).toBe(200)
  await signInSomebody('agent')
  expect((await list()).views).toEqual([])
})

it('is recorded when it begins or ends to be shared, and its values as hashes', async () => {
  const id = await shared({ query: 'email=nora@example.no&type=company' })
  await change(id, { version: 2, name: 'Firms' })
  await remove(id, 3)
  const own = await created({})
  await remove(own.id, 1)
  const events = await eventsOf(owner.email)
  expect(events.map(({ kind, note }) => [kind, note])).toEqual([
    ['view', 'shared'],
    ['view', 'deleted'],
  ])
  expect(events[0]?.filters).toEqual([
    { name: 'email', hash: expect.any(String) },
    { name: 'type', value: 'company' },
  ])
})

it('is not shared where that cannot be recorded, nor by a viewer', async () => {
  const { id } = await created({})
  await query('ALTER TABLE activity RENAME TO activity_away')
  const answer = await change(id, { version: 1, shared: true })
  await query('ALTER TABLE activity_away RENAME TO activity')
  expect(answer.status).toBe(503)
  expect((await list()).views).toMatchObject([{ shared: false, version: 1 }])

  const viewer = await signInSomebody('viewer')
  const own = await created({})
  expect((await change(own.id, { version: 1, shared: true })).status).toBe(403)
  expect((await eventsOf(viewer.email)).map(({ kind, note }) => [kind, note])).toEqual([
    ['refused', 'role viewer lacks views:share'],
  ])
})

it.each(['Nora 912 40 318', 'nora@example.no', 'nora.bjorgum', 'K-214907'])(
  'is not shared under the name %j, which everybody would read',
  async (name) => {
    const view = await created({ name })
    const answer = await change(view.id, { version: 1, shared: true })
    expect(answer.status).toBe(400)
    expect(await errorOf(answer)).toMatchObject({ code: 'invalid_query', field: 'shared' })
    const id = await shared({ name: 'Top 100' })
    expect((await change(id, { version: 2, name })).status).toBe(400)
  },
)

const attribute = 'attributes_keys=club&attributes_values=gold'
it.each([
  ['search=nora+bj%C3%B8rgum&type=any', 'search=nora+bj%C3%B8rgum&type=any', []],
  ['email=nora%40example.no&type=company', 'type=company', ['email']],
  ['phone_number=%2B4791240318', '', ['phone_number']],
  ['token_type=card&token_value=1234', 'token_type=card', ['token_value']],
  ['search=912&include_deleted=true', 'search=912&include_deleted=true', []],
  ['search=91240318&match=words', '', ['search']],
  ['search=912+40+318', '', ['search']],
  ['search=nora%40', '', ['search']],
  ['search=nora.bjorgum', '', ['search']],
  [attribute, attribute, []],
])('shows a viewer of %s only %j', async (stored, seen, leftOut) => {
  const id = await shared({ query: stored })
  await signInSomebody('viewer')
  const answer = await list()
  const written = new URLSearchParams(answer.views[0]?.query)
  expect([...written]).toEqual([...new URLSearchParams(seen)])
  expect(answer.views).toMatchObject([{ id, left_out: leftOut }])
  for (const word of ['example.no', '91240318', '1234', 'bjorgum'].filter((one) => stored.includes(one)))
    expect(JSON.stringify(answer)).not.toContain(word)
})

it('shows a viewer what they have written themselves', async () => {
  await signInSomebody('viewer')
  await created({ name: '91240318', query: 'phone_number=%2B4791240318' })
  expect((await list()).views).toMatchObject([{ query: 'phone_number=%2B4791240318', left_out: [] }])
})
