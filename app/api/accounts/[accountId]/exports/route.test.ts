import { beforeEach, expect, it, vi } from 'vitest'
import type { Role } from '@/lib/access'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { beginSession, endSession } from '@/lib/server/auth/sessions'
import { makePages } from '@/lib/server/customers/export/exports-for-tests'
import { queryConfigured as query, upstreamForTests } from '@/lib/server/database/configure-for-tests'
import * as file from './[exportId]/file/route'
import * as one from './[exportId]/route'
import * as all from './route'

/** Who may begin, see, change and download an export, as the calls of a browser are answered. */

const session = vi.hoisted(() => ({ current: null as { sid: string } | null }))
vi.mock('next-auth', async (original) => ({ ...(await original<object>()), getServerSession: () => session.current }))
vi.mock('next/headers', () => ({ headers: () => new Headers(), cookies: () => ({ get: () => undefined }) }))

const account = 'T12345678'
const origin = 'http://localhost:3000'
upstreamForTests(startForTests)

let people = 0
let email = ''
const signIn = async (role: Role) => {
  session.current = { sid: (await beginSession({ email, name: 'A', role, accounts: [account] })).id }
}
beforeEach(async () => {
  email = `person-${++people}@example.com`
  await signIn('agent')
})

const request = (method: string, body?: unknown) =>
  new Request(`${origin}/api/accounts/${account}/exports`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { origin, 'content-type': 'application/json' } }),
  })
const context = (params: Record<string, string> = {}) => ({
  params: Promise.resolve({ accountId: account, ...params }),
})

const wanted = { query: 'search=nora', columns: ['name', 'email'], format: 'csv', reason: 'for the store', total: null }
const begin = (values: object = {}) => all.POST(request('POST', { ...wanted, ...values }), context())
const list = () => all.GET(request('GET'), context())
const change = (exportId: string) => one.PATCH(request('PATCH', { action: 'pause' }), context({ exportId }))
const download = (exportId: string) => file.POST(request('POST', {}), context({ exportId }))
const calls = (id: string) => [begin(), list(), change(id), download(id)]

const codesOf = async (responses: readonly Promise<Response>[]) =>
  Promise.all(responses.map(async (response) => (await (await response).json()).error?.code))

async function readyExport(): Promise<string> {
  const { id } = (await (await begin()).json()).export
  await makePages()
  return id
}

it('is downloaded once by whom it belongs to, and is there for nobody else', async () => {
  const id = await readyExport()
  const person = session.current
  email = `colleague-of-${email}`
  await signIn('agent')
  expect((await (await list()).json()).exports).toEqual([])
  expect(await codesOf([change(id), download(id)])).toEqual(['not_found', 'not_found'])
  session.current = person
  const sent = await download(id)
  expect([sent.status, sent.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await sent.text()).toContain('Bjørgum')
  expect(await codesOf([download(id)])).toEqual(['not_found'])
})

it('is refused to a viewer whatever the call, and that is audited', async () => {
  const id = await readyExport()
  await signIn('viewer')
  const answers = await Promise.all(calls(id))
  for (const answer of answers) {
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toMatch(/Bjørgum|nora@/i)
  }
  const refused = await query(`SELECT note FROM activity WHERE kind = 'refused' AND actor_email = $1`, [email])
  expect(new Set(refused.map(({ note }) => note))).toEqual(new Set(['role viewer lacks customers:export']))
  // The others of the same minute are counted, and become one event.
  const grouped = await query('SELECT outcome, times FROM activity_groups WHERE actor_email = $1', [email])
  expect(new Set(grouped.map(({ outcome }) => outcome))).toEqual(new Set(['lacks customers:export']))
  expect(grouped.reduce((sum, { times }) => sum + times, refused.length)).toBe(answers.length)
})

it('gives nothing to who has signed out, and is there when they sign in again', async () => {
  const id = await readyExport()
  await endSession(String(session.current?.sid))
  expect(await codesOf(calls(id))).toEqual(Array(4).fill('unauthenticated'))
  await signIn('agent')
  expect((await (await list()).json()).exports).toMatchObject([{ id, state: 'ready' }])
})

it.each([
  ['a query of 9 kB', { query: `search=${'a'.repeat(9_000)}` }, 'query'],
  ['a filter that there is not', { query: 'colour=red' }, 'colour'],
  ['no columns', { columns: [] }, 'columns'],
  ['a column twice', { columns: ['name', 'name'] }, 'columns'],
  ['a column that there is not', { columns: ['password'] }, 'columns'],
  ['101 columns', { columns: Array.from({ length: 101 }, (_, at) => `attribute:${at}`) }, 'columns'],
  ['a format that there is not', { format: 'pdf' }, 'format'],
  ['a reason of one letter', { reason: '  a ' }, 'reason'],
  ['a reason of 20 kB', { reason: 'x'.repeat(20_000) }, undefined],
  ['a total below zero', { total: -1 }, 'total'],
])('refuses %s, names it, and begins nothing', async (_, values, field) => {
  const response = await begin(values)
  expect(response.status).toBe(400)
  expect((await response.json()).error).toMatchObject({ code: 'invalid_query', ...(field && { field }) })
  expect((await (await list()).json()).exports).toEqual([])
})
