import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { roles } from '@/lib/access'
import { beginSession } from '@/lib/server/auth/sessions'
import {
  configureWithDatabase,
  endConfiguredDatabase,
  queryConfigured as query,
} from '@/lib/server/database/configure-for-tests'
import { POST } from './end/route'
import { GET } from './route'

/** What a person may do with their own sessions, and with those of others: nothing. */

const session = vi.hoisted(() => ({ current: null as object | null }))
vi.mock('next-auth', async (original) => ({ ...(await original<object>()), getServerSession: () => session.current }))
vi.mock('next/headers', () => ({ headers: () => new Headers() }))

const accountId = 'T12345678'
const context = { params: Promise.resolve({ accountId }) }
const address = `http://localhost:3000/api/accounts/${accountId}/sessions`

beforeAll(() => configureWithDatabase())
afterAll(endConfiguredDatabase)

let people = 0
let email = ''
beforeEach(() => {
  email = `person-${++people}@example.com`
})

const signIn = async (of = email, role: (typeof roles)[number] = 'agent') =>
  (await beginSession({ email: of, name: 'A', role, accounts: [accountId] }, { browser: 'Firefox', system: 'Windows' }))
    .id
const become = (sid: string) => {
  session.current = { sid }
}
type Listed = { id: string; browser: string | null; system: string | null; seen_at: string; is_current: boolean }
const read = () => GET(new Request(address), context)
const list = async (): Promise<Listed[]> => (await (await read()).json()).sessions

async function end(body: unknown, headers: Record<string, string> = { origin: 'http://localhost:3000' }) {
  const own = { 'content-type': 'application/json', ...headers }
  const request = new Request(`${address}/end`, { method: 'POST', headers: own, body: JSON.stringify(body) })
  const response = await POST(request, context)
  return [response.status, (await response.json()).error?.code]
}
const isAlive = async (sid: string) =>
  (await query('SELECT ended_at IS NULL AS alive FROM sessions WHERE id = $1', [sid]))[0].alive
const events = () => query('SELECT kind, filters, rows FROM activity WHERE actor_email = $1 ORDER BY id', [email])

/** A person with two sessions, who uses the first one. */
async function withTwo(): Promise<{ own: string; other: string; handle: string }> {
  const [own, other] = [await signIn(), await signIn()]
  become(own)
  const handle = (await list()).find(({ is_current }) => !is_current)?.id ?? ''
  return { own, other, handle }
}

describe('a person', () => {
  it.each(roles)('with the role %s sees their sessions and ends one of them, at once', async (role) => {
    const [own, other] = [await signIn(email, role), await signIn(email, role)]
    await query(`UPDATE sessions SET seen_at = now() - interval '30 minutes' WHERE id = $1`, [other])
    become(own)
    const found = await list()
    expect(found).toMatchObject([
      { browser: 'Firefox', system: 'Windows', is_current: true },
      { browser: 'Firefox', system: 'Windows', is_current: false },
    ])
    expect(await end({ id: found[1]?.id })).toEqual([200, undefined])
    expect(await list()).toHaveLength(1)
    expect(await events()).toEqual([
      { kind: 'session_end', filters: [{ name: 'fact:ended', value: 'elsewhere' }], rows: 1 },
    ])
    become(other)
    expect((await read()).status).toBe(401)
  })

  it('signs out where they end the session that they use', async () => {
    const { own, other } = await withTwo()
    const current = (await list()).find(({ is_current }) => is_current)
    expect(await end({ id: current?.id })).toEqual([200, undefined])
    expect([await isAlive(own), await isAlive(other)]).toEqual([false, true])
    expect(await events()).toEqual([{ kind: 'sign_out', filters: [], rows: null }])
    expect((await read()).status).toBe(401)
  })

  it('sees neither what has ended nor what has lapsed, and never the id of a session', async () => {
    const { own, other } = await withTwo()
    const lapsed = await signIn()
    await query(`UPDATE sessions SET seen_at = now() - interval '61 minutes' WHERE id = $1`, [lapsed])
    await query('UPDATE sessions SET ended_at = now() WHERE id = $1', [other])
    const text = await (await read()).text()
    expect(JSON.parse(text)).toMatchObject({ sessions: [{ is_current: true }], max: 10 })
    for (const id of [own, other, lapsed]) expect(text).not.toContain(id)
  })

  it('without a session gets neither', async () => {
    session.current = null
    expect([(await read()).status, await end({ id: 'x' })]).toEqual([401, [401, 'unauthenticated']])
  })
})

describe('a session that is not theirs', () => {
  it('is not found by the id that its own person has for it, and goes on', async () => {
    const { other, handle } = await withTwo()
    become(await signIn(`stranger-${email}`))
    expect(await list()).toHaveLength(1)
    expect(await end({ id: handle })).toEqual([404, 'not_found'])
    expect(await isAlive(other)).toBe(true)
    expect(
      await query(`SELECT kind FROM activity WHERE kind IN ('session_end', 'sign_out') AND actor_email LIKE $1`, [
        `%${email}`,
      ]),
    ).toEqual([])
  })

  it('is not found by its own id, nor is one that has ended, nor one that never was', async () => {
    const { other, handle } = await withTwo()
    expect(await end({ id: other })).toEqual([404, 'not_found'])
    expect(await end({ id: randomUUID() })).toEqual([404, 'not_found'])
    expect(await end({ id: handle })).toEqual([200, undefined])
    expect(await end({ id: handle })).toEqual([404, 'not_found'])
  })
})

describe('a call to end a session', () => {
  it.each([{}, { id: 7 }, { id: 'x', more: 1 }, [], null, { id: 'x'.repeat(200) }])(
    'with the body %j is refused',
    async (body) => {
      await withTwo()
      expect(await end(body)).toEqual([400, 'invalid_query'])
    },
  )

  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
  ])('of another site, with %j, is refused', async (headers) => {
    const { other, handle } = await withTwo()
    expect(await end({ id: handle }, headers)).toEqual([403, 'forbidden'])
    expect(await isAlive(other)).toBe(true)
  })

  it('that cannot be audited answers 503 and ends nothing', async () => {
    const { other, handle } = await withTwo()
    await query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON activity FOR EACH ROW EXECUTE FUNCTION refuse()`)
    const answered = await end({ id: handle })
    await query('DROP FUNCTION refuse CASCADE')
    expect(answered).toEqual([503, 'audit_unavailable'])
    expect([await isAlive(other), await events()]).toEqual([true, []])
    expect(await list()).toHaveLength(2)
  })
})
