import type pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { configureWithDatabase, endConfiguredDatabase } from '@/lib/server/database/configure-for-tests'
import { connectByHand } from '@/lib/server/database/for-tests'
import { openedDatabase } from '@/lib/server/database/open'
import { isWritable } from '@/lib/server/database/writable'

let byHand: pg.Client

beforeAll(async () => {
  byHand = await connectByHand(await configureWithDatabase())
})
afterAll(async () => {
  await byHand.end()
  await endConfiguredDatabase()
})

const name = () => byHand.query('SELECT current_database() AS name').then(({ rows }) => rows[0].name)
const chain = () => byHand.query('SELECT *, xmin FROM activity_chain ORDER BY "end"').then(({ rows }) => rows)

test('a database is writable while its tables can be written, and the check changes nothing', async () => {
  const before = await chain()
  expect(await isWritable()).toBe(true)
  expect(await chain()).toEqual(before)
})

test.each([
  ['the end of the chain is locked', `SELECT * FROM activity_chain WHERE "end" = 'last' FOR UPDATE`],
  ['the audit log is locked', 'LOCK TABLE activity IN SHARE MODE'],
  ['sessions are locked', 'LOCK TABLE sessions IN SHARE MODE'],
  ['a table is missing', 'ALTER TABLE limits RENAME TO away'],
])('it is not while %s, and is again afterwards', async (_, statement) => {
  await byHand.query('BEGIN')
  await byHand.query(statement)
  expect(await isWritable()).toBe(false)
  await byHand.query('ROLLBACK')
  expect(await isWritable()).toBe(true)
})

test('it is not while the database is read-only', async () => {
  const set = (value: string) =>
    name().then((one) => byHand.query(`ALTER DATABASE ${one} SET default_transaction_read_only = ${value}`))
  await set('on')
  // The setting holds for new connections. Those that are idle are closed.
  await byHand.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  await vi.waitFor(() => expect(openedDatabase().pool.totalCount).toBe(0))
  expect(await isWritable()).toBe(false)
  await byHand.query('SET default_transaction_read_only = off')
  await set('off')
})
