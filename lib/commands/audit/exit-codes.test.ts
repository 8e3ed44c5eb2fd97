import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventForTests } from '@/lib/server/audit/event-for-tests'
import { auditKeys } from '@/lib/server/audit/keys'
import { AuditWriter } from '@/lib/server/audit/writer'
import { connectByHand, databaseForTests, runByHand } from '@/lib/server/database/for-tests'
import { openDatabase } from '@/lib/server/database/open'

/** Others (a timer, a pipeline, an alarm) read the exit code of these commands and nothing else. */

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const key = { id: 'tests', secret: 'q7fJw2Zk0pX4nB9sL1vT6yR3mC8dH5gA' }
const nowhere = 'postgres://desk@127.0.0.1:1/desk'
let sound: string
let broken: string
let empty: string
let signedIn: string
let full: string
let folder: string

/** A database whose chain has three rows. */
async function databaseWithRows(): Promise<string> {
  const url = await databaseForTests()
  const { pool } = openDatabase(url)
  const writer = new AuditWriter(pool, auditKeys([key]))
  for (let row = 0; row < 3; row += 1) await writer.append(eventForTests())
  await pool.end()
  return url
}

/** Two sessions of a person, one of the same person in another case, one that has ended, one that has lapsed, one of somebody else. */
const beginSessions = `INSERT INTO sessions (id, email, created_at, seen_at, ended_at, name, role, accounts)
  SELECT gen_random_uuid(), email, now() - interval '2 hours', now() - seen::interval, ended, 'Ingrid Solberg', 'agent', '{}'
  FROM (VALUES ('agent@example.com', '0', NULL), ('agent@example.com', '0', NULL), ('Agent@Example.com', '0', NULL),
    ('agent@example.com', '0', now()), ('agent@example.com', '61 minutes', NULL), ('admin@example.com', '0', NULL)
  ) AS given (email, seen, ended)`

async function read<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = await connectByHand(url)
  const { rows } = await client.query<Row>(statement)
  await client.end()
  return rows
}

/** Deletes the second row by hand, and arms the triggers again. */
const breakChain = (url: string) =>
  runByHand(
    url,
    'ALTER TABLE activity DISABLE TRIGGER USER',
    'DELETE FROM activity WHERE id = 2',
    'ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_rows_stay, ENABLE ALWAYS TRIGGER activity_stays',
  )

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'exit-codes-'))
  ;[sound, broken, empty] = await Promise.all([databaseWithRows(), databaseWithRows(), databaseForTests()])
  ;[signedIn, full] = await Promise.all([databaseWithRows(), databaseWithRows()])
  await breakChain(broken)
  await runByHand(empty, 'DROP TABLE activity, sessions CASCADE')
  await runByHand(signedIn, beginSessions)
  await runByHand(
    full,
    beginSessions,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no place'; END $$`,
    'CREATE TRIGGER refuse BEFORE INSERT ON activity FOR EACH ROW EXECUTE FUNCTION refuse()',
  )
})

afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the program of an npm script as npm does, and returns its exit code and what it writes. */
function run(script: string, args: string[], env: Record<string, string>): Promise<{ code: number; said: string }> {
  const [, ...flags] = scripts[script]?.split(' ') ?? []
  return new Promise((resolve) => {
    const own = { PATH: process.env.PATH ?? '', NODE_ENV: 'test', AUDIT_KEYS: JSON.stringify([key]), ...env } as const
    const child = execFile(process.execPath, [...flags, ...args], { env: own }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
    )
  })
}

const find = ['--account', 'T12345678', '--value', 'ola@example.com']
const prune = ['--before', '2020-01']
const conformance = ['--base-url', 'http://127.0.0.1:1/v1', '--account', 'T12345678']

describe.concurrent('the exit code', () => {
  it.each<[script: string, args: string[], database: () => string, code: number, said: RegExp]>([
    ['audit:verify', [], () => sound, 0, /^3 rows, chain unbroken$/m],
    ['audit:verify', [], () => broken, 1, /^Row 2 is missing/m],
    ['audit:verify', [], () => empty, 1, /^The database/m],
    ['audit:verify', [], () => nowhere, 1, /^The database does not answer/m],
    ['audit:find', find, () => sound, 0, /^$/],
    ['audit:find', [], () => sound, 1, /^Say what/m],
    ['audit:find', find, () => empty, 1, /^The database/m],
    ['audit:find', find, () => nowhere, 1, /^The database does not answer/m],
    ['audit:prune', prune, () => sound, 0, /^0 rows removed$/m],
    ['audit:prune', ['--before', '2999-01'], () => sound, 1, /has not begun/],
    ['audit:prune', prune, () => nowhere, 1, /^The database does not answer/m],
    ['sessions:end', ['a@example.com'], () => sound, 0, /^0 sessions of a@example.com ended$/m],
    ['sessions:end', ['AGENT@example.com'], () => signedIn, 0, /^3 sessions of AGENT@example.com ended$/m],
    ['sessions:end', ['agent@example.com'], () => full, 1, /^The database refused: no place/m],
    ['sessions:end', [], () => sound, 1, /^Say whose/m],
    ['sessions:end', ['a@example.com'], () => empty, 1, /^The database/m],
    ['sessions:end', ['a@example.com'], () => nowhere, 1, /^The database does not answer/m],
    ['migrate', [], () => sound, 0, /^The database is up to date/m],
    ['migrate', [], () => 'mysql://127.0.0.1/desk', 1, /^DATABASE_URL must be/m],
    ['migrate', [], () => nowhere, 1, /^The database was not migrated/m],
    ['conformance', [], () => sound, 2, /^usage: npm run conformance/m],
    ['conformance', conformance, () => sound, 1, /./],
  ])('of npm run %s %j', async (script, args, database, code, said) => {
    const client = { DINTERO_CLIENT_ID: 'sandbox-client', DINTERO_CLIENT_SECRET: 'sandbox-secret' }
    const ended = await run(script, args, { DATABASE_URL: database(), ...client })
    expect(ended).toEqual({ code, said: expect.stringMatching(said) })
    // An error is a sentence and not a stack.
    expect(ended.said).not.toMatch(/^\s+at /m)
  })
})

it('of npm run audit:verify --checkpoint is 1 for a chain that is not the signed one, and for a file without a checkpoint', async () => {
  const file = join(folder, 'stored')
  const verify = (url: string, given: string) => run('audit:verify', ['--checkpoint', given], { DATABASE_URL: url })
  writeFileSync(file, 'nothing')
  expect(await verify(sound, file)).toMatchObject({ code: 1, said: expect.stringMatching(/holds no checkpoint/) })
  expect(await verify(sound, join(folder, 'gone'))).toMatchObject({
    code: 1,
    said: expect.stringMatching(/cannot be read/),
  })
  const { said } = await run('audit:verify', [], { DATABASE_URL: sound })
  writeFileSync(file, said)
  expect(await verify(sound, file)).toMatchObject({ code: 0 })
  expect(await verify(await databaseForTests(), file)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^Row 3 is missing, which checkpoint/),
  })
})

it('npm run audit:verify keeps its result for the activity, and sends the checkpoint of an unbroken chain', async () => {
  const received: string[] = []
  const receiver = createServer(async (request, response) => {
    received.push((await request.toArray()).join(''))
    response.end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as AddressInfo
  const url = await databaseWithRows()
  const verify = () =>
    run('audit:verify', [], { DATABASE_URL: url, AUDIT_CHECKPOINT_URL: `http://127.0.0.1:${port}/desk` })
  const checks = () => read(url, 'SELECT unbroken, checkpoint FROM activity_checks')
  const first = await verify()
  expect(await checks()).toEqual([{ unbroken: true, checkpoint: 1 }])
  const second = await verify()
  expect(await checks()).toEqual([{ unbroken: true, checkpoint: 2 }])
  await breakChain(url)
  expect(await verify()).toMatchObject({ code: 1 })
  expect(await checks()).toEqual([{ unbroken: false, checkpoint: null }])
  expect(received).toEqual([first, second].map(({ said }) => /^checkpoint \d+ (\S+)$/m.exec(said)?.[1]))
  receiver.close()
})

describe('npm run sessions:end', () => {
  const alive = (url: string) =>
    read(
      url,
      `SELECT email FROM sessions WHERE ended_at IS NULL AND seen_at > now() - interval '1 hour' ORDER BY email`,
    )

  it('leaves an audit event for each person whose sessions it ended, in a chain that verifies', async () => {
    const url = await databaseWithRows()
    await runByHand(url, beginSessions)
    await run('sessions:end', ['agent@example.com'], { DATABASE_URL: url })
    expect(await alive(url)).toEqual([{ email: 'admin@example.com' }])
    const shared = { kind: 'session_end', actor_name: 'Ingrid Solberg', actor_role: 'agent', account: null }
    const filters = [{ name: 'fact:ended', value: 'command' }]
    const columns = 'kind, actor_email, actor_name, actor_role, account, filters, rows'
    expect(await read(url, `SELECT ${columns} FROM activity WHERE id > 3 ORDER BY rows DESC`)).toEqual([
      { ...shared, actor_email: 'agent@example.com', filters, rows: 2 },
      { ...shared, actor_email: 'Agent@Example.com', filters, rows: 1 },
    ])
    expect(await run('audit:verify', [], { DATABASE_URL: url })).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^5 rows, chain unbroken$/m),
    })
  })

  it('ends nothing where the event cannot be committed, and leaves no event where nobody was signed in', async () => {
    await run('sessions:end', ['agent@example.com'], { DATABASE_URL: full })
    expect(await alive(full)).toHaveLength(4)
    await run('sessions:end', ['a@example.com'], { DATABASE_URL: sound })
    expect(await read(sound, 'SELECT id FROM activity')).toHaveLength(3)
  })
})
