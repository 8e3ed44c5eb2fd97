import { createRequire } from 'node:module'
import { NextRequest } from 'next/server'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { answerAuthRequest } from '@/lib/server/auth/answer-auth-request'
import { demoPassword, demoPeople } from '@/lib/server/auth/demo-people'
import { configureWithDatabase, endConfiguredDatabase } from '@/lib/server/database/configure-for-tests'
import { connectByHand } from '@/lib/server/database/for-tests'
import { log } from '@/lib/server/log'

const [{ email }] = demoPeople
const jar = new Map<string, string>()

/** Its version is a number that no random id holds. */
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:1451451451.0) Gecko/20100101 Firefox/1451451451.0'
const headers = async () => new Headers({ host: 'localhost:3000', 'user-agent': userAgent })
vi.mock('next/headers', () => ({ headers: () => headers() }))

/** What next-auth requires of Next: the cookies and headers of the present request. */
const nextHeaders = createRequire(import.meta.url)('next/headers') as Record<string, unknown>
nextHeaders.cookies = async () => ({ getAll: () => [...jar].map(([name, value]) => ({ name, value })) })
nextHeaders.headers = headers

let byHand: pg.Client
const printed = vi.spyOn(console, 'error').mockImplementation(() => {})

beforeAll(async () => {
  byHand = await connectByHand(await configureWithDatabase())
})
afterAll(async () => {
  await byHand.end()
  await endConfiguredDatabase()
})
beforeEach(async () => {
  jar.clear()
  vi.clearAllMocks()
  await byHand.query('DELETE FROM sessions')
})

async function call(path: string, form?: Record<string, string>): Promise<Response> {
  const url = `http://localhost:3000/api/auth/${path}`
  const init = form ? { method: 'POST', body: new URLSearchParams({ ...form, json: 'true' }) } : {}
  const response = await answerAuthRequest(new NextRequest(url, init), {
    params: Promise.resolve({ nextauth: path.split('/') }),
  })
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (value === '') jar.delete(name)
    else jar.set(name, decodeURIComponent(value))
  }
  return response
}

async function post(path: string, fields: Record<string, string> = {}): Promise<Response> {
  const { csrfToken } = await (await call('csrf')).json()
  return call(path, { csrfToken, callbackUrl: '/', ...fields })
}

const signIn = () => post('callback/demo', { email, password: demoPassword })
const hasCookie = () => jar.has('desk.session-token')
const aliveSessions = async () => (await byHand.query('SELECT id FROM sessions WHERE ended_at IS NULL')).rowCount
const kinds = async () => (await byHand.query('SELECT kind FROM activity ORDER BY id DESC LIMIT 1')).rows[0]?.kind

/** Nothing of the person, the statement or its parameters. */
function expectQuietLog(): void {
  const lines = JSON.stringify([printed.mock.calls, vi.mocked(log).mock.calls], (_, value) =>
    value instanceof Error ? { text: String(value.stack), ...value } : value,
  )
  for (const text of [email, 'insert into', 'INSERT', 'update "sessions"', 'Failed query', 'no place', 'Gecko'])
    expect(lines).not.toContain(text)
}

const refuse = (what: string) => `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'no place for %', NEW; END $$;
  CREATE TRIGGER refuse BEFORE INSERT ON ${what} FOR EACH ROW EXECUTE FUNCTION refuse()`
const allow = 'DROP FUNCTION refuse CASCADE'

test('a sign-in and a sign-out are recorded, and the session begins and ends', async () => {
  expect((await signIn()).status).toBe(200)
  expect([hasCookie(), await aliveSessions(), await kinds()]).toEqual([true, 1, 'sign_in'])
  expect((await post('signout')).status).toBe(200)
  expect([hasCookie(), await aliveSessions(), await kinds()]).toEqual([false, 0, 'sign_out'])
})

test('a session keeps the browser and the system by name, and nothing else of the User-Agent', async () => {
  await signIn()
  const [row] = (await byHand.query('SELECT * FROM sessions')).rows
  expect(row).toMatchObject({ browser: 'Firefox', system: 'Linux' })
  expect(JSON.stringify([row, (await byHand.query('SELECT * FROM activity')).rows])).not.toMatch(
    /Mozilla|Gecko|1451451451/,
  )
  expectQuietLog()
})

test('a sign-out that cannot end the session answers 503, says so, and keeps the person signed in', async () => {
  await signIn()
  await byHand.query('BEGIN')
  await byHand.query('LOCK TABLE sessions')
  const response = await post('signout')
  await byHand.query('ROLLBACK')
  expect([response.status, (await response.json()).error]).toEqual([
    503,
    expect.objectContaining({ code: 'audit_unavailable', message: expect.stringContaining('still signed in') }),
  ])
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect([hasCookie(), await aliveSessions(), await kinds()]).toEqual([true, 1, 'sign_in'])
  expect((await post('signout')).status).toBe(200)
  expect([hasCookie(), await aliveSessions()]).toEqual([false, 0])
  expectQuietLog()
})

test('a sign-out that cannot be recorded does not happen either', async () => {
  await signIn()
  await byHand.query(refuse('activity'))
  const response = await post('signout')
  await byHand.query(allow)
  expect([response.status, hasCookie(), await aliveSessions()]).toEqual([503, true, 1])
  expectQuietLog()
})

test.each(['sessions', 'activity'])(
  'a sign-in that %s refuses answers 503, is not recorded and leaves no session',
  async (table) => {
    await post('signout')
    const before = (await byHand.query('SELECT count(*)::int AS rows FROM activity')).rows
    await byHand.query(refuse(table))
    const response = await signIn()
    await byHand.query(allow)
    expect([response.status, (await response.json()).error?.code]).toEqual([503, 'audit_unavailable'])
    expect([hasCookie(), await aliveSessions()]).toEqual([false, 0])
    expect((await byHand.query('SELECT count(*)::int AS rows FROM activity')).rows).toEqual(before)
    expectQuietLog()
  },
)

test.each([
  ['POST', '_log', { code: 'a text of a stranger', level: 'error', message: 'a text of a stranger' }],
  ['POST', 'a text of a stranger', {}],
  ['POST', 'csrf', {}],
  ['GET', 'providers', undefined],
  ['GET', 'a text of a stranger', undefined],
])('%s %s, which our screens do not call, answers 404 and writes nothing into the log', async (_, action, form) => {
  const response = await call(action, form)
  expect([response.status, (await response.json()).error?.code]).toEqual([404, 'not_found'])
  expect(JSON.stringify([printed.mock.calls, vi.mocked(log).mock.calls])).not.toContain('stranger')
})
