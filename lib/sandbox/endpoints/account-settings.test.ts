import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formerTermId } from '../generate/seed-settings'
import { people } from '../seed/seed'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests()
})
afterAll(() => sandbox.stop())

const { nora, nordvik, tombstone } = people
const former = formerTermId('T12345678')

async function termIds(query: Parameters<SandboxUnderTest['get']>[1]): Promise<string[]> {
  const { body } = await sandbox.get('/customers/terms', query)
  if (!Array.isArray(body)) throw new Error('no page')
  return body.map(({ id }) => id)
}

describe('the terms of an account', () => {
  test('come ten at a time, in pages, with deleted ones on request', async () => {
    const first = await termIds({})
    expect(first).toHaveLength(10)
    const rest = await termIds({ starting_after: first.at(-1) ?? '' })
    const living = await termIds({ limit: 100 })
    expect(living).toEqual([...first, ...rest])
    const all = await termIds({ limit: 100, include_deleted: true })
    expect(all).toContain(former)
    expect(living).not.toContain(former)
    expect((await sandbox.get('/customers/terms', { starting_after: nora.id })).status).toBe(400)
  })

  test('one is found by its id, whatever its page and although it is deleted', async () => {
    const last = (await termIds({ limit: 100 })).at(-1)
    for (const id of [nora.term.id, last, former])
      expect(await sandbox.get(`/customers/terms/${id}`)).toMatchObject({ status: 200, body: { id } })
    expect((await sandbox.get(`/customers/terms/${former}`)).body).toHaveProperty('deleted_at')
    expect((await sandbox.get(`/customers/terms/${nora.id}`)).status).toBe(404)
  })
})

test('the collection answers 405 to HEAD, which an account must have enabled', async () => {
  const { status, headers } = await sandbox.get('/customers/users', { email: nora.email }, { method: 'HEAD' })
  expect(status).toBe(405)
  expect(headers.get('allow')).toBe('GET')
})

test('a deleted customer may still have tokens, by which it is found among the deleted', async () => {
  const { body } = await sandbox.get(`/customers/users/${tombstone.customer_id}/tokens`)
  expect(body).toMatchObject([{ type: 'membership_card' }])
  const { type, value } = tombstone.record.tokens[0] ?? { type: '', value: '' }
  const owner = { token_type: type, token_value: value }
  expect(await sandbox.customers(owner)).toEqual([])
  expect(await sandbox.customers({ ...owner, include_deleted: true })).toMatchObject([
    { customer_id: tombstone.customer_id },
  ])
})

test('every address has one of the four types that Dintero publishes', async () => {
  const rows = [
    ...(await sandbox.customers({ limit: 100 })),
    ...(await sandbox.customers({ type: 'company', limit: 100 })),
  ]
  const types = rows.flatMap(({ addresses }) => (Array.isArray(addresses) ? addresses.map(({ type }) => type) : []))
  expect([...new Set(types)].filter((type) => !['custom', 'home', 'work', 'other'].includes(type))).toEqual([])
})

describe('the departments of an organization number', () => {
  const departments = (query: Parameters<SandboxUnderTest['get']>[1]) =>
    sandbox.get('/customers/company/departments', query)

  test('are those of the company and of its contacts', async () => {
    const { organization_number } = nordvik.company
    const { status, body } = await departments({ organization_number })
    expect([status, body]).toEqual([200, [{ organization_number, departments: ['Innkjøp', 'Økonomi'] }]])
  })

  test('are none for a number of nobody, and the number is required', async () => {
    expect((await departments({ organization_number: '000000000' })).body).toEqual([])
    const { status, body } = await departments({})
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('organization_number')])
  })
})
