import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Role } from '@/lib/access'
import { readChosenPreferences } from '@/lib/server/auth/own-preferences'
import { beginSession } from '@/lib/server/auth/sessions'
import {
  configureWithDatabase,
  endConfiguredDatabase,
  queryConfigured as query,
} from '@/lib/server/database/configure-for-tests'
import { PATCH } from './route'

/** What a person chooses is kept for that person alone, and nothing that was damaged reaches a page. */

const session = vi.hoisted(() => ({ current: null as object | null }))
vi.mock('next-auth', async (original) => ({ ...(await original<object>()), getServerSession: () => session.current }))
vi.mock('next/headers', () => ({ headers: () => new Headers() }))

const accountId = 'T12345678'
const origin = 'http://localhost:3000'

beforeAll(() => configureWithDatabase())
afterAll(endConfiguredDatabase)

let people = 0
let email = ''
beforeEach(async () => {
  email = `person-${++people}@example.com`
  await signIn('agent')
})

async function signIn(role: Role | null) {
  const person = { email, name: 'A', role, accounts: [accountId] }
  session.current = { sid: (await beginSession(person)).id }
}

const change = (body: unknown, account = accountId) =>
  PATCH(
    new Request(`${origin}/api/accounts/${account}/preferences`, {
      method: 'PATCH',
      body: JSON.stringify(body),
      headers: { origin, 'content-type': 'application/json' },
    }),
    { params: Promise.resolve({ accountId: account }) },
  )

it('keeps what a person chooses, and what another change does not name', async () => {
  expect(await readChosenPreferences(email)).toEqual({})
  expect((await change({ theme: 'dark', locale: 'nb' })).status).toBe(200)
  expect((await change({ locale: 'en' })).status).toBe(200)
  expect(await readChosenPreferences(email)).toEqual({ theme: 'dark', locale: 'en' })
  expect(await readChosenPreferences(`other-${email}`)).toEqual({})
})

it('keeps all of several changes at the same time', async () => {
  const all = { theme: 'light', locale: 'nb', density: 'roomy', shortcuts: 'off', timeZone: 'browser' } as const
  await Promise.all(Object.entries(all).map(([name, value]) => change({ [name]: value })))
  expect(await readChosenPreferences(email)).toEqual(all)
})

it('keeps the columns of each account by themselves, and reads of a damaged layout what is understood', async () => {
  const stored = {
    P1: { hidden: ['type'] },
    [accountId]: { order: ['email', 7, ''], widths: { email: 9, phone: 'x' }, tall: 1 },
  }
  await query('INSERT INTO preferences VALUES ($1, $2, now())', [email, { theme: 'dark', columns: stored }])
  const understood = { order: ['email'], widths: { email: 9 } }
  expect((await readChosenPreferences(email)).columns).toEqual({ P1: { hidden: ['type'] }, [accountId]: understood })
  expect((await change({ columns: { [accountId]: { pinned: ['phone'] } } })).status).toBe(200)
  const columns = { P1: { hidden: ['type'] }, [accountId]: { pinned: ['phone'] } }
  expect(await readChosenPreferences(email)).toEqual({ theme: 'dark', columns })
})

it.each([
  [{}, undefined],
  [[], undefined],
  ['dark', undefined],
  [{ theme: 'pink' }, 'theme'],
  [{ theme: 'dark', density: null }, 'density'],
  [{ shortcuts: false }, 'shortcuts'],
  [{ timeZone: 'Mars/Base' }, 'timeZone'],
  [{ timeZone: `Europe/${'x'.repeat(99)}` }, 'timeZone'],
  [{ timeZone: '' }, 'timeZone'],
  [{ colour: 'red' }, undefined],
  [{ columns: { [accountId]: { order: [''] } } }, 'columns'],
  [{ columns: { [accountId]: { widths: { email: 900 } } } }, 'columns'],
  [{ columns: { [accountId]: { shown: Array(101).fill('email') } } }, 'columns'],
  [{ columns: { P99999999: { order: ['email'] } } }, 'columns'],
])('refuses %j and keeps nothing', async (body, field) => {
  const response = await change(body)
  expect(response.status).toBe(400)
  expect((await response.json()).error).toMatchObject({ code: 'invalid_query', ...(field && { field }) })
  expect(await readChosenPreferences(email)).toEqual({})
})

it('is refused without a role, and in an account of others', async () => {
  expect((await change({ theme: 'dark' }, 'P99999999')).status).toBe(404)
  await signIn(null)
  expect((await change({ theme: 'dark' })).status).toBe(403)
  expect(await readChosenPreferences(email)).toEqual({})
})

it.each([
  ['{"theme": "dark", "density": "huge", "columns": [1, 2]}', { theme: 'dark', columns: {} }],
  ['{"theme": {"a": 1}, "locale": "nb"}', { locale: 'nb' }],
  ['{"timeZone": "Atlantis/Center", "shortcuts": "off"}', { shortcuts: 'off' }],
  ['{"timeZone": "Asia/Tokyo"}', { timeZone: 'Asia/Tokyo' }],
  ['["theme"]', {}],
  ['"dark"', {}],
  ['null', {}],
])('reads %s as far as it is understood, and changes it', async (stored, understood) => {
  await query('INSERT INTO preferences VALUES ($1, $2, now())', [email, stored])
  expect(await readChosenPreferences(email)).toEqual(understood)
  expect((await change({ density: 'regular' })).status).toBe(200)
  expect(await readChosenPreferences(email)).toEqual({ ...understood, density: 'regular' })
})
