import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { eventForTests } from '@/lib/server/audit/event-for-tests'
import { toAuditFilters } from '@/lib/server/audit/filters'
import { findEventsByValue } from '@/lib/server/audit/find'
import { auditKeys } from '@/lib/server/audit/keys'
import type { NewAuditEvent } from '@/lib/server/audit/rows'
import { verifyChain } from '@/lib/server/audit/verify'
import { AuditWriter } from '@/lib/server/audit/writer'
import { connectByHand, databaseClock, databaseForTests } from '@/lib/server/database/for-tests'
import { type OpenDatabase, openDatabase } from '@/lib/server/database/open'

const old = { id: 'old', secret: 'the secret of last year, long enough' }
const current = { id: 'new', secret: 'the secret of this year, long enough' }
const keys = auditKeys([current, old])

const search = {
  kind: 'search',
  customers: ['K-1', 'K-2'],
  filters: [
    { name: 'search', hash: '9f41c2ab77d0e1c4' },
    { name: 'type', value: 'any' },
  ],
  rows: 2,
} satisfies Partial<NewAuditEvent>
const event = (change: Partial<NewAuditEvent> = {}) => eventForTests({ ...search, ...change })

let url: string
let opened: OpenDatabase
let client: pg.Client
let writer: AuditWriter
let setClock: (time: string | null) => Promise<void>

beforeAll(async () => {
  url = await databaseForTests()
  setClock = await databaseClock(url)
  opened = openDatabase(url)
  client = await connectByHand(url)
})
afterAll(async () => {
  await client.end()
  await opened.pool.end()
})
beforeEach(async () => {
  await byHand('TRUNCATE activity')
  await byHand(`UPDATE activity_chain SET id = 0, at = 'epoch', hash = ''`)
  await setClock(null)
  writer = new AuditWriter(opened.pool, keys)
})

/** Runs a statement that bypasses the triggers, as the owner of the tables can. */
async function byHand(statement: string): Promise<void> {
  const tables = ['activity', 'activity_chain']
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  await client.query(statement)
  for (const table of tables) {
    await client.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_rows_stay`)
    await client.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_stays`)
  }
}

const appendMany = (count: number, by = writer) =>
  Promise.all(Array.from({ length: count }, (_, at) => by.append(event({ requestId: `request-${at}` }))))

describe('the audit chain', () => {
  test('is empty and valid at first', async () => {
    expect(await verifyChain(client, keys)).toMatchObject({ rows: 0, broken: null })
  })

  test('stays valid while two processes append at once', async () => {
    const other = openDatabase(url)
    const writers = [writer, new AuditWriter(other.pool, keys)]
    await Promise.all(writers.map((by) => appendMany(300, by)))
    expect(await verifyChain(client, keys)).toMatchObject({ rows: 600, broken: null })
    await other.pool.end()
  })

  test('commits events that wait at the same time together', async () => {
    await appendMany(150)
    const { rows } = await client.query('SELECT count(DISTINCT xmin::text)::int AS commits FROM activity')
    expect(rows[0].commits).toBeLessThan(5)
  })

  test('rejects while the disk is full, and continues with a valid chain afterwards', async () => {
    await appendMany(2)
    await client.query(`CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`)
    await client.query('CREATE TRIGGER full_disk BEFORE INSERT ON activity EXECUTE FUNCTION disk_full()')
    await expect(writer.append(event())).rejects.toMatchObject({ code: '53100' })
    await client.query('DROP TRIGGER full_disk ON activity')
    await writer.append(event())
    expect(await verifyChain(client, keys)).toMatchObject({ rows: 3, broken: null })
  })

  test('accepts any characters in a text', async () => {
    const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code))
    const wild = [...controls, '\uD800', '"\\/', 'æøå\u202E\u2028', '👩‍🚀', '{"a":1}', 'x'.repeat(255)]
    await writer.append(event({ customers: wild, note: wild.join(''), filters: [{ name: 'section', value: '\0' }] }))
    expect(await verifyChain(client, keys)).toMatchObject({ rows: 1, broken: null })
  })

  test.each([
    ['altered', `UPDATE activity SET actor_email = 'nobody@example.com' WHERE id = 4`, 4],
    ['altered in its filters', `UPDATE activity SET filters = '[]' WHERE id = 4`, 4],
    ['altered in its customers', `UPDATE activity SET customers = '{}' WHERE id = 4`, 4],
    ['changed in its time', `UPDATE activity SET at = at - interval '1 hour' WHERE id = 4`, 4],
    ['removed', 'DELETE FROM activity WHERE id = 4', 4],
    ['removed at the end', 'DELETE FROM activity WHERE id = 10', 10],
    ['removed at the beginning', 'DELETE FROM activity WHERE id = 1', 1],
    ['reordered', 'UPDATE activity SET id = CASE id WHEN 4 THEN -5 ELSE -4 END WHERE id IN (4, 5)', 4],
  ])('reports a row that was %s by hand', async (_, statement, at) => {
    await appendMany(10)
    await byHand(statement)
    await byHand('UPDATE activity SET id = -id WHERE id < 0')
    expect((await verifyChain(client, keys)).broken?.id).toBe(at)
  })

  test.each([
    ['without anything else', ''],
    [
      'with the end of the chain moved to it',
      `UPDATE activity_chain SET id = 4, hash = 'made up' WHERE "end" = 'last'`,
    ],
  ])('reports a row that was appended by hand %s', async (_, statement) => {
    await appendMany(3)
    await byHand(`CREATE TEMP TABLE copied AS SELECT * FROM activity WHERE id = 3`)
    await byHand(`UPDATE copied SET id = 4, hash = 'made up'`)
    await byHand('INSERT INTO activity SELECT * FROM copied')
    await byHand('DROP TABLE copied')
    if (statement) await byHand(statement)
    expect((await verifyChain(client, keys)).broken?.id).toBe(4)
  })

  test('continues with a new key, and needs the old one for verification', async () => {
    await new AuditWriter(opened.pool, auditKeys([old])).append(event())
    await writer.append(event())
    expect((await verifyChain(client, keys)).broken).toBeNull()
    expect((await verifyChain(client, auditKeys([current]))).broken?.reason).toContain('"old"')
  })

  test('never dates a row before the previous one when the clock is set back', async () => {
    await setClock('2026-05-01T12:00:00Z')
    await writer.append(event())
    await setClock('2026-05-01T11:00:00Z')
    await writer.append(event())
    const { rows } = await client.query('SELECT at FROM activity ORDER BY id')
    expect(rows[1].at).toEqual(rows[0].at)
    expect((await verifyChain(client, keys)).broken).toBeNull()
  })

  test('has the time of the database, however fast the clock of a process runs', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 20 * 60_000 })
    const fast = new AuditWriter(opened.pool, keys)
    await fast.append(event()).finally(() => vi.useRealTimers())
    const { rows } = await client.query(`SELECT at <= clock_timestamp() AS "isPast" FROM activity`)
    expect(rows).toEqual([{ isPast: true }])
  })

  test.each([
    ['an extra key', `[{"name":"search","hash":"9f41c2ab77d0e1c4","note":"x"},{"name":"type","value":"any"}]`],
    ['a null', `[{"name":"search","hash":"9f41c2ab77d0e1c4","value":null},{"name":"type","value":"any"}]`],
    ['another shape', '{}'],
  ])('reports %s that was added to filters by hand', async (_, filters) => {
    await appendMany(3)
    await byHand(`UPDATE activity SET filters = '${filters}' WHERE id = 2`)
    expect((await verifyChain(client, keys)).broken?.id).toBe(2)
  })

  test.each(['customer_desk.pruning = on', 'session_replication_role = replica'])(
    'cannot be changed with the setting %s',
    async (setting) => {
      await appendMany(2)
      await client.query(`SET ${setting}`)
      for (const statement of ['UPDATE activity SET rows = 0', 'DELETE FROM activity', 'TRUNCATE activity'])
        await expect(client.query(statement)).rejects.toThrow('append-only')
      for (const statement of [
        'UPDATE activity_chain SET id = 0',
        'DELETE FROM activity_chain',
        'TRUNCATE activity_chain',
      ])
        await expect(client.query(statement)).rejects.toThrow('forward only')
      await client.query('RESET ALL')
    },
  )

  test('cannot be changed by the app', async () => {
    await appendMany(2)
    for (const statement of ['UPDATE activity SET rows = 0', 'DELETE FROM activity', 'TRUNCATE activity'])
      await expect(client.query(statement)).rejects.toThrow('append-only')
  })

  test('needs no database privilege but SELECT and INSERT on its table', async () => {
    await client.query(
      `DO $$ BEGIN CREATE ROLE desk_app LOGIN PASSWORD 'app'; EXCEPTION WHEN duplicate_object THEN END $$`,
    )
    await client.query('GRANT SELECT, INSERT ON activity TO desk_app')
    await client.query('GRANT SELECT, UPDATE ON activity_chain TO desk_app')
    const asApp = new URL(url)
    asApp.username = 'desk_app'
    asApp.password = 'app'
    const app = openDatabase(asApp.href)
    await new AuditWriter(app.pool, keys).append(event())
    for (const statement of ['UPDATE activity SET rows = 0', 'DELETE FROM activity', 'TRUNCATE activity'])
      await expect(app.pool.query(statement)).rejects.toThrow('permission denied')
    await app.pool.end()
    expect(await verifyChain(client, keys)).toMatchObject({ rows: 1, broken: null })
  })

  test('rejects an event that cannot be committed, and continues afterwards', async () => {
    await client.query('ALTER TABLE activity RENAME TO away')
    await expect(writer.append(event())).rejects.toThrow()
    await client.query('ALTER TABLE away RENAME TO activity')
    await writer.append(event())
    expect(await verifyChain(client, keys)).toMatchObject({ rows: 1, broken: null })
  })
})

test('events that searched for a value are found by its hash, also with an older key, and in one account only', async () => {
  const searchedFor = (by: AuditWriter, key: typeof old, account: string) =>
    by.append(event({ account, filters: toAuditFilters(auditKeys([key]), account, { email: 'Ola@Example.com' }) }))
  await searchedFor(new AuditWriter(opened.pool, auditKeys([old])), old, 'T12345678')
  await searchedFor(writer, current, 'T12345678')
  await searchedFor(writer, current, 'P12345678')
  await writer.append(event())
  const found = await findEventsByValue(client, keys, 'T12345678', 'ola@example.com')
  expect(found.map(({ id, filter }) => [id, filter])).toEqual([
    [1, 'email'],
    [2, 'email'],
  ])
  const { rows } = await client.query('SELECT filters::text AS text FROM activity')
  for (const { text } of rows) expect(text.toLowerCase()).not.toContain('ola')
})
