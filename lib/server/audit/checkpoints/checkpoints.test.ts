import type pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { findCheckpoints, signCheckpoint } from '@/lib/server/audit/checkpoints/checkpoint'
import { checkpointKeys, demoCheckpointJwks } from '@/lib/server/audit/checkpoints/keys'
import { readCheckpoints, storeVerified, storeWhenDue } from '@/lib/server/audit/checkpoints/table'
import { eventForTests } from '@/lib/server/audit/event-for-tests'
import { auditKeys } from '@/lib/server/audit/keys'
import { pruneAuditEvents } from '@/lib/server/audit/prune'
import { verifyRecord } from '@/lib/server/audit/verify-record'
import { AuditWriter } from '@/lib/server/audit/writer'
import { connectByHand, databaseClock, databaseForTests } from '@/lib/server/database/for-tests'
import { type OpenDatabase, openDatabase } from '@/lib/server/database/open'

const secret = 'q7fJw2Zk0pX4nB9sL1vT6yR3mC8dH5gA'
const keys = auditKeys([{ id: 'tests', secret }])
const signing = await checkpointKeys(demoCheckpointJwks([{ id: 'tests', secret }]))
const others = await checkpointKeys(demoCheckpointJwks([{ id: 'tests', secret: 'of somebody else' }]))

let opened: OpenDatabase | undefined
let client: pg.Client
let setClock: (time: string | null) => Promise<void>

async function close(): Promise<void> {
  await client?.end()
  await opened?.pool.end()
}

beforeEach(async () => {
  await close()
  const url = await databaseForTests()
  setClock = await databaseClock(url)
  opened = openDatabase(url)
  client = await connectByHand(url)
})
afterAll(close)

async function append(count: number): Promise<void> {
  const writer = new AuditWriter(opened?.pool as pg.Pool, keys)
  await Promise.all(Array.from({ length: count }, () => writer.append(eventForTests())))
}

const tables = ['activity', 'activity_chain', 'activity_checkpoints']

/** Runs statements that bypass the triggers and arms these again, as the owner of the tables can. */
async function byHand(...statements: string[]): Promise<void> {
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  for (const statement of statements) await client.query(statement)
  for (const table of tables)
    await client.query(
      `ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_rows_stay, ENABLE ALWAYS TRIGGER ${table}_stays`,
    )
}

const verify = (given: string[] = []) => verifyRecord(client, keys, signing, given)

/** Verifies and signs, as `audit:verify` does; returns the JWS. */
async function sign(): Promise<string> {
  const { chain, problem } = await verify()
  if (!chain) throw new Error(problem)
  return (await storeVerified(client, signing, chain)).jws
}

const firstTo = (id: number) =>
  `UPDATE activity_chain SET (id, at, hash) = (SELECT id, at, hash FROM activity WHERE id = ${id}) WHERE "end" = 'first'`
const lastTo = (id: number) =>
  `UPDATE activity_chain SET (id, at, hash) = (SELECT id, at, hash FROM activity WHERE id = ${id}) WHERE "end" = 'last'`
const bothReset = ['TRUNCATE activity', `UPDATE activity_chain SET id = 0, at = 'epoch', hash = ''`]
const forgotten = 'TRUNCATE activity_checkpoints'

describe('the record', () => {
  test('holds what was signed, also after it grew, was signed again and was pruned', async () => {
    await setClock('2026-03-31T12:00:00Z')
    await append(9)
    const before = await sign()
    await setClock('2026-05-02T12:00:00Z')
    await append(3)
    expect(await pruneAuditEvents(client, keys, signing, '2026-04')).toBe(9)
    await append(2)
    const after = await sign()
    expect(await verify([before, after])).toMatchObject({ rows: 6, problem: null })
    const { rows } = await client.query(`SELECT id::int, actor_email, rows FROM activity WHERE kind = 'prune'`)
    expect(rows).toEqual([{ id: 13, actor_email: 'audit:prune', rows: 9 }])
    expect(await pruneAuditEvents(client, keys, signing, '2026-04')).toBe(0)
    await setClock('2026-07-01T12:00:00Z')
    expect(await pruneAuditEvents(client, keys, signing, '2026-06')).toBe(6)
    expect(await verify([before, after])).toMatchObject({ rows: 1, problem: null })
  })

  test.each([
    [
      'its beginning deleted, and the first end moved',
      [firstTo(5), 'DELETE FROM activity WHERE id <= 5'],
      'Row 1 should',
    ],
    ['both ends reset', bothReset, 'Row 10 is missing, which checkpoint 1'],
    ['its end cut off', [lastTo(6), 'DELETE FROM activity WHERE id > 6'], 'Row 10 is missing, which checkpoint 1'],
  ])('is refused with %s, by what the database still holds', async (_, statements, problem) => {
    await append(10)
    await sign()
    await byHand(...statements)
    expect((await verify()).problem).toContain(problem)
  })

  test.each([
    ['both ends reset', bothReset, 'Row 10 is missing'],
    ['its end cut off', [lastTo(6), 'DELETE FROM activity WHERE id > 6'], 'Row 10 is missing'],
  ])('is refused by a stored copy with %s, where the checkpoints are gone as well', async (_, statements, problem) => {
    await append(10)
    const copy = await sign()
    await byHand(...statements, forgotten)
    expect((await verify()).problem).toBeNull()
    expect((await verify([copy])).problem).toContain(problem)
    // New rows where the old ones were are not the rows that were signed.
    await append(10)
    expect((await verify([copy])).problem).toContain('Row 10 is not the row that checkpoint 1')
  })

  test('is refused where a checkpoint of the table is gone, or one is not ours', async () => {
    await append(1)
    for (let count = 0; count < 3; count += 1) await sign()
    await byHand('DELETE FROM activity_checkpoints WHERE number = 2')
    expect((await verify()).problem).toContain('Checkpoint 2 is missing')
    const [another] = await readCheckpoints(client)
    await byHand(`INSERT INTO activity_checkpoints VALUES (2, now(), '${another?.jws}')`)
    expect((await verify()).problem).toContain('Checkpoint 2 of the table')
    await byHand('DELETE FROM activity_checkpoints WHERE number = 2')
    const link = { id: 0, hash: '' }
    const made = { number: 2, at: '2026-05-01T00:00:00Z', first: link, last: link, rows: 0, prunes: [], verified: true }
    const foreign = await signCheckpoint(others, made)
    await byHand(`INSERT INTO activity_checkpoints VALUES (2, now(), '${foreign}')`)
    expect((await verify()).problem).toContain('Checkpoint 2 of the table')
    await byHand(forgotten)
    expect((await verify([foreign])).problem).toContain('A checkpoint of the file')
  })

  test('is refused where a trigger is disabled, or armed in a way that a setting disarms', async () => {
    for (const table of tables)
      for (const trigger of [`${table}_rows_stay`, `${table}_stays`]) {
        for (const how of ['DISABLE', 'ENABLE']) {
          await client.query(`ALTER TABLE ${table} ${how} TRIGGER ${trigger}`)
          expect((await verify()).problem).toBe(`The trigger ${trigger} is disabled or missing`)
        }
        await client.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${trigger}`)
      }
    expect((await verify()).problem).toBeNull()
  })

  test('is not pruned while it does not verify', async () => {
    await setClock('2026-03-31T12:00:00Z')
    await append(10)
    await setClock('2026-05-02T12:00:00Z')
    await byHand(firstTo(5), 'DELETE FROM activity WHERE id <= 5')
    await expect(pruneAuditEvents(client, keys, signing, '2026-04')).rejects.toThrow(
      /^Nothing was removed.*Row 1 should/,
    )
  })

  test.each(['2026', '2026-13', '2999-01', '2026-04-01', ''])(
    'is not pruned before %j, which is no past month',
    async (month) => {
      await expect(pruneAuditEvents(client, keys, signing, month)).rejects.toThrow(/must be a month|has not begun/)
    },
  )
})

describe('a checkpoint', () => {
  const due = () => storeWhenDue(client, signing)

  test('is signed once an hour, by the clock of the database', async () => {
    await setClock('2026-05-01T12:00:00Z')
    await append(2)
    expect(await due()).toMatchObject({ checkpoint: { number: 1, last: { id: 2 }, rows: 2, verified: false } })
    await setClock('2026-05-01T12:59:59Z')
    expect(await due()).toBeNull()
    await setClock('2026-05-01T13:00:01Z')
    expect(await due()).toMatchObject({ checkpoint: { number: 2 } })
    expect((await verify()).problem).toBeNull()
  })

  test('is signed by one of many processes', async () => {
    const pool = opened?.pool as pg.Pool
    const clients = await Promise.all(Array.from({ length: 6 }, () => pool.connect()))
    await Promise.all(clients.map((one) => storeWhenDue(one, signing).finally(() => one.release())))
    expect(await readCheckpoints(client)).toHaveLength(1)
  })

  test('is not signed for a chain that does not hold the one before it', async () => {
    await setClock('2026-05-01T12:00:00Z')
    await append(3)
    await due()
    await byHand(...bothReset)
    await setClock('2026-05-01T14:00:00Z')
    expect(await due()).toMatchObject({ contradiction: { id: 3 } })
    expect(await readCheckpoints(client)).toHaveLength(1)
  })

  test('is found in any text that holds it', async () => {
    const jws = await sign()
    const log = JSON.stringify({ level: 30, checkpoint: jws, msg: 'audit checkpoint' })
    for (const text of [jws, log, `3 rows, chain unbroken\ncheckpoint 1 ${jws}\n`, `${log}\n${log}`])
      expect(findCheckpoints(text)).toEqual([jws])
    expect(findCheckpoints('nothing')).toEqual([])
  })
})
