import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Role } from '@/lib/access'
import { flushGroups } from '@/lib/server/audit/watch/groups'
import { beginSession } from '@/lib/server/auth/sessions'
import { openedDatabase } from '@/lib/server/database/open'
import {
  account,
  auditedEventsOf,
  limit,
  signInSomeone,
  startGuard,
  stopGuard,
} from '@/lib/server/http/guard-for-tests'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'
import { log } from '@/lib/server/log'

const session = vi.hoisted(() => ({ current: null as object | null }))
vi.mock('next-auth', async (original) => ({ ...(await original<object>()), getServerSession: () => session.current }))
vi.mock('next/headers', () => ({ headers: () => new Headers() }))
vi.mock('@/lib/server/log', () => ({ log: vi.fn() }))

const customerParams = z.object({ customerId: z.string() })

beforeAll(startGuard)
afterAll(stopGuard)

let email = ''
async function signIn(role: Role | null, accounts?: string[]): Promise<void> {
  const signedIn = await signInSomeone(role, accounts)
  email = signedIn.email
  session.current = signedIn.session
}
beforeEach(() => signIn('agent'))

const auditedEvents = () => auditedEventsOf(email)

const run = vi.fn(
  async (call: { params: { customerId: string } }): Promise<unknown> => ({ id: call.params.customerId }),
)
const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: noQuery,
  response: z.object({ id: z.string() }),
  run,
})
const call = (
  params: Record<string, string | string[]> = { accountId: account, customerId: 'K/1' },
  query = '',
  headers: Record<string, string> = {},
) =>
  GET(new Request(`http://localhost:3000/api/accounts/x/customers${query}`, { headers }), {
    params: Promise.resolve(params),
  })
const statusAndCode = async (response: Response) => [response.status, (await response.json()).error?.code]

beforeEach(() => void vi.clearAllMocks())

describe('a route', () => {
  it('passes the parameters of its path, parsed, and answers with what run returns', async () => {
    const response = await call()
    expect([response.status, await response.json()]).toEqual([200, { id: 'K/1' }])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['cross-site', 'cross-site'],
    ['none', 'none'],
    ['same-origin', 'same-origin'],
    ['cross-site, none', null],
    [undefined, null],
  ])('that the site %s has caused says so', async (given, site) => {
    await call(undefined, '', given === undefined ? {} : { 'sec-fetch-site': given })
    expect(run.mock.lastCall?.[0]).toMatchObject({ access: { request: { site } } })
  })

  it('fails where its answer does not match its own schema', async () => {
    run.mockResolvedValueOnce({ id: 7 })
    expect(await statusAndCode(await call())).toEqual([500, 'internal'])
  })

  it('answers 401 without a session, and 404 for an account of others', async () => {
    session.current = null
    expect(await statusAndCode(await call())).toEqual([401, 'unauthenticated'])
    await signIn('agent', ['P99999999'])
    expect(await statusAndCode(await call())).toEqual([404, 'not_found'])
    expect(run).not.toHaveBeenCalled()
    await flushGroups(true)
    expect(await auditedEvents()).toEqual([{ kind: 'refused', customers: [], note: null }])
  })

  it('decides by the session row at each request, and not by the cookie', async () => {
    const change = (set: string) => openedDatabase().pool.query(`UPDATE sessions SET ${set} WHERE email = $1`, [email])
    expect((await call()).status).toBe(200)
    await change(`role = 'auditor'`)
    expect(await statusAndCode(await call())).toEqual([403, 'forbidden'])
    await change(`accounts = '{}'`)
    expect(await statusAndCode(await call())).toEqual([404, 'not_found'])
    await change(`role = 'root'`)
    expect(await statusAndCode(await call())).toEqual([401, 'unauthenticated'])
  })

  it('names whose each answer is, also one that refuses, by a key of the person and of what they may see', async () => {
    const keyOf = async (answer: Promise<Response>) => (await answer).headers.get('x-desk-person')
    const own = await keyOf(call())
    expect(own).toMatch(/^[\w-]{22}$/)
    expect(await keyOf(call(undefined, '?x=1'))).toBe(own)
    await openedDatabase().pool.query(`UPDATE sessions SET role = 'auditor' WHERE email = $1`, [email])
    const lesser = await keyOf(call())
    await signIn('agent')
    expect(new Set([own, lesser, await keyOf(call())]).size).toBe(3)
    session.current = null
    expect(await keyOf(call())).toBeNull()
  })

  it('takes the role of the last sign-in for all sessions of a person', async () => {
    const person = { email, name: 'A', role: 'auditor' as const, accounts: [account] }
    await beginSession(person)
    expect(await statusAndCode(await call())).toEqual([403, 'forbidden'])
  })

  it('answers 404 where a parameter of its path is not of its schema', async () => {
    expect(await statusAndCode(await call({ accountId: account }))).toEqual([404, 'not_found'])
  })

  it('answers 400 with the field of the first problem in its query', async () => {
    expect(await statusAndCode(await call(undefined, '?x=1'))).toEqual([400, 'invalid_query'])
  })

  it('reports a parameter that Next drops, as any other that it does not know', async () => {
    const headers = { 'x-desk-dropped': '__proto__=1' }
    const response = await call(undefined, '', headers)
    const { error } = await response.json()
    expect([response.status, error.field]).toEqual([400, '__proto__'])
  })

  it('logs the pattern of its path, and nothing of what a caller wrote there', async () => {
    const logged = () => vi.mocked(log).mock.lastCall?.[2].route
    const at = async (path: string, params: Record<string, string | string[]>) => {
      await signIn('agent')
      await GET(new Request(`http://localhost:3000${path}`), {
        params: Promise.resolve({ accountId: account, ...params }),
      })
      return logged()
    }
    expect(await at('/api/accounts/x/customers', {})).toBe('customers')
    expect(await at('/api/accounts/x/customers/secret', { customerId: 'secret' })).toBe('customers/[customerId]')
    expect(await at('/api/accounts/x/customers/a%2Fb/raw', { customerId: 'a/b' })).toBe('customers/[customerId]/raw')
    expect(await at('/api/accounts/x/secret', { rest: ['x', 'secret'] })).toBe('unknown')
    expect(await at('/api/accounts/x/secret/%73', {})).toBe('unknown')
  })

  it('answers 429 over the limit and does not run', async () => {
    for (let calls = 0; calls < limit; calls += 1) expect((await call()).status).toBe(200)
    const refused = await call()
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await statusAndCode(refused)).toEqual([429, 'rate_limited'])
    expect(run).toHaveBeenCalledTimes(limit)
  })

  it('audits a refused role with the customer of the path', async () => {
    await signIn('auditor')
    expect(await statusAndCode(await call())).toEqual([403, 'forbidden'])
    const refusal = { kind: 'refused', customers: ['K/1'], note: 'role auditor lacks customers:read' }
    expect(await auditedEvents()).toEqual([refusal])
  })
})

describe('what is refused', () => {
  const storedCount = async (key: string) =>
    (await openedDatabase().pool.query('SELECT points FROM limits WHERE key = $1', [key])).rows[0]?.points ?? 0
  const accountCount = () => storedCount(`accountPerMinute:${account}`)
  const personCount = () => storedCount(`personPerMinute:${email}`)

  it('is one event at once, and one for all others of a minute, whatever ids the caller chooses', async () => {
    await signIn('auditor')
    for (let one = 0; one < limit; one += 1) await call({ accountId: account, customerId: `chosen-${one}` })
    await flushGroups(true)
    const events = await auditedEvents()
    for (const event of events) expect(event.note).toBe('role auditor lacks customers:read')
    const named = events.filter(({ customers }) => customers.length > 0)
    // Two where a minute ended meanwhile.
    expect(named.length).toBeLessThanOrEqual(2)
    const times = await openedDatabase().pool.query(
      `SELECT sum((fact->>'value')::int)::int AS sum FROM activity, jsonb_array_elements(filters) AS fact
       WHERE actor_email = $1 AND fact->>'name' = 'fact:times'`,
      [email],
    )
    expect(named.length + times.rows[0].sum).toBe(limit)
  })

  it('is one event and no second one where it happened once in its minute', async () => {
    await signIn('auditor')
    await call()
    await flushGroups(true)
    expect(await auditedEvents()).toHaveLength(1)
  })

  it('bears the mark of what is unusual, also where it is counted by the minute', async () => {
    await signIn('auditor')
    for (let one = 0; one < limit; one += 1) await call()
    await flushGroups(true)
    const { rows } = await openedDatabase().pool.query(
      `SELECT fact->>'value' AS mark FROM activity, jsonb_array_elements(filters) AS fact
       WHERE actor_email = $1 AND fact->>'name' = 'fact:unusual' ORDER BY id DESC`,
      [email],
    )
    expect(rows[0]).toEqual({ mark: `refusals ${limit}` })
  })

  it('names no customer where the id cannot be one', async () => {
    await signIn('auditor')
    const Strict = route({
      permission: 'customers:read',
      params: z.object({ customerId: z.string().max(255) }),
      query: noQuery,
      response: z.unknown(),
      run,
    })
    await Strict(new Request('http://localhost:3000/api/accounts/x/customers'), {
      params: Promise.resolve({ accountId: account, customerId: 'x'.repeat(5_000) }),
    })
    expect(await auditedEvents()).toMatchObject([{ kind: 'refused', customers: [] }])
  })

  it.each([
    ['a role that lacks the permission', () => signIn('auditor'), account],
    ['a person who may not open the account', () => signIn('agent', ['P99999999']), account],
  ])('for %s counts against the person and not against the account', async (_, become, accountId) => {
    await become()
    const before = await accountCount()
    await call({ accountId, customerId: 'a' })
    expect([await personCount(), await accountCount()]).toEqual([1, before])
  })

  it('for a person over the limit does not count against the account', async () => {
    for (let one = 0; one < limit; one += 1) await call()
    const before = await accountCount()
    expect((await call()).status).toBe(429)
    expect(await accountCount()).toBe(before)
  })
})
