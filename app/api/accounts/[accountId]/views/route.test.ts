import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { maxNameLength } from '@/lib/customers/views/view-name'
import { accessForTests } from '@/lib/server/auth/access-for-tests'
import {
  configureWithDatabase,
  endConfiguredDatabase,
  queryConfigured as query,
} from '@/lib/server/database/configure-for-tests'
import { readDefaultView, readFirstViews } from '@/lib/server/views/read-views'
import {
  account,
  change,
  create,
  created,
  errorOf,
  list,
  makeDefault,
  remove,
  session,
  signInSomebody,
} from './views-for-tests'

/** A view is kept for the person who makes it, within limits, and nobody’s change is lost unseen. */

vi.mock('next-auth', async (original) => ({ ...(await original<object>()), getServerSession: () => session.current }))
vi.mock('next/headers', () => ({ headers: () => new Headers() }))

let person = { email: '', again: async () => {} }
beforeAll(() => configureWithDatabase())
afterAll(endConfiguredDatabase)
beforeEach(async () => {
  person = await signInSomebody()
})

const accessOf = (email: string) => {
  const access = accessForTests()
  return { ...access, request: access.request, viewer: { ...access.viewer, email } }
}

it('keeps a view, changes what is named, makes it the default and deletes it', async () => {
  const columns = { order: ['email', 'name'], widths: { email: 12 } }
  const view = await created({ name: '  Companies\n in Oslo ', query: 'limit=50&type=company&search=oslo', columns })
  expect(view).toMatchObject({
    ...{ name: 'Companies in Oslo', query: 'search=oslo&type=company', columns, density: null },
    ...{ owner: null, shared: false, version: 1, left_out: [] },
  })
  const later = await (await change(view.id, { version: 1, density: 'roomy' })).json()
  expect(later).toMatchObject({ name: 'Companies in Oslo', columns, density: 'roomy', version: 2 })
  expect((await makeDefault(view.id)).status).toBe(200)
  expect(await list()).toEqual({ views: [later], default: view.id })
  expect(await readDefaultView(accessOf(person.email))).toEqual({ id: view.id, view: later })
  expect(await readFirstViews(accessOf(person.email), view.id)).toMatchObject({ open: { id: view.id }, first: [later] })

  expect((await remove(view.id, 2)).status).toBe(200)
  expect(await list()).toEqual({ views: [], default: null })
  expect(await readDefaultView(accessOf(person.email))).toBeNull()
  await makeDefault('companies')
  expect((await list()).default).toBe('companies')
  await makeDefault(null)
  expect((await list()).default).toBeNull()
})

it('tells the second of two who change a view at once, and keeps the first change', async () => {
  const { id } = await created()
  const answers = await Promise.all([change(id, { version: 1, name: 'One' }), change(id, { version: 1, name: 'Two' })])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const lost = answers.find(({ status }) => status === 409)
  expect(lost && (await errorOf(lost)).code).toBe('conflict')
  expect((await remove(id, 1)).status).toBe(409)
  const [kept] = (await list()).views
  expect(kept?.version).toBe(2)
  // Who has seen what is there now overwrites it.
  expect((await change(id, { version: 2, name: 'Two' })).status).toBe(200)
})

it('refuses the 501st view with a sentence, also where two come at once', async () => {
  await query(
    `INSERT INTO views SELECT gen_random_uuid(), $1, $2, 'A', 'View ' || n, '', NULL, NULL, false, 1, now(), now()
     FROM generate_series(1, 499) n`,
    [account, person.email],
  )
  const answers = await Promise.all([create(), create()])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const refused = answers.find(({ status }) => status === 409)
  expect(refused && (await errorOf(refused))).toMatchObject({
    code: 'limit_reached',
    message: 'You have 500 views in this account. Delete one first.',
  })
  expect((await list()).views).toHaveLength(500)
  await signInSomebody()
  expect((await create()).status).toBe(200)
})

const wrongName = `The name of a view must have 1 to ${maxNameLength} letters.`
it.each([
  ['a name of 200 letters', { name: 'a'.repeat(200) }, 'name', wrongName],
  ['a name of nothing visible', { name: ' \0\n' }, 'name', wrongName],
  ['a name that is no text', { name: 7 }, 'name', 'name is missing or wrong.'],
  ['a filter that there is not', { query: 'colour=red' }, 'query', /must be filters of the list/],
  ['a query of 5 kB', { query: `search=${'a'.repeat(5_000)}` }, 'query', /query/],
  ['a view of 100 kB', { query: 'a'.repeat(100_000) }, undefined, 'The body must be at most 16384 bytes.'],
  ['columns of another form', { columns: { order: 'name' } }, 'columns', 'columns is missing or wrong.'],
  ['a density that there is not', { density: 'huge' }, 'density', 'density is missing or wrong.'],
  ['what is not its own to say', { shared: true }, undefined, 'The body has a property too many, or is no object.'],
])('refuses %s with a sentence, and keeps nothing', async (_, values, field, message) => {
  const response = await create(values)
  expect(response.status).toBe(400)
  const error = await errorOf(response)
  expect(error).toMatchObject({ code: 'invalid_query', ...(field && { field }) })
  expect(error.message).toMatch(message)
  expect((await list()).views).toEqual([])
})

it.each([[''], ['views'], [7], [randomUUID().slice(1)]])('takes %j for no default view', async (view) => {
  expect((await makeDefault(view)).status).toBe(400)
})

it('is refused in an account of others, without a role and for a view that there is not', async () => {
  expect((await create({}, 'P99999999')).status).toBe(404)
  expect((await change(randomUUID(), { version: 1 })).status).toBe(404)
  expect((await change('1', { version: 1 })).status).toBe(404)
  const view = await created()
  await signInSomebody('auditor')
  expect((await create()).status).toBe(403)
  await signInSomebody('admin')
  expect((await change(view.id, { version: 1, name: 'Mine' })).status).toBe(404)
  expect((await remove(view.id, 1)).status).toBe(404)
  await person.again()
  expect((await list()).views).toEqual([view])
})

it('opens a damaged row, or one of an older version, with what is left of it', async () => {
  const { id } = await created()
  await query(
    `UPDATE views SET query = 'type=company&colour=red&tag_id=7', columns = '{"order": 7}', density = 'huge' WHERE id = $1`,
    [id],
  )
  expect((await list()).views).toMatchObject([
    { id, query: 'type=company', columns: null, density: null, left_out: ['colour', 'tag_id', 'columns'] },
  ])
})

it('keeps any name and any filter as they are written, or says why not', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\u202Eevil', '<b>x</b>', '\uD800', '\u200Fעברית', '𝔫'.repeat(80)),
  )
  await fc.assert(
    fc.asyncProperty(text, text, async (name, search) => {
      const response = await create({ name, query: `${new URLSearchParams({ search })}` })
      expect([200, 400]).toContain(response.status)
      if (response.status !== 200) return
      const view = await response.json()
      expect((await list()).views.at(-1)).toEqual(view)
      expect(view.name).toBe(
        name
          .toWellFormed()
          .replace(/[\s\p{Cc}]+/gu, ' ')
          .trim(),
      )
      expect(new URLSearchParams(view.query).get('search')).toBe(search.toWellFormed())
      expect((await remove(view.id, 1)).status).toBe(200)
    }),
    { numRuns: 30 },
  )
})
