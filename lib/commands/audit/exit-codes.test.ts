import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditKeys } from '@/lib/server/audit/keys'
import { AuditWriter } from '@/lib/server/audit/writer'
import { databaseForTests } from '@/lib/server/database/for-tests'
import { openDatabase } from '@/lib/server/database/open'

/** Others (a timer, a pipeline, an alarm) read the exit code of these commands and nothing else. */

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const key = { id: 'tests', secret: 'q7fJw2Zk0pX4nB9sL1vT6yR3mC8dH5gA' }
const nowhere = 'postgres://desk@127.0.0.1:1/desk'
let sound: string
let broken: string
let empty: string
let folder: string

/** A database whose chain has three rows. */
async function databaseWithRows(): Promise<string> {
  const url = await databaseForTests()
  const { pool } = openDatabase(url)
  const writer = new AuditWriter(pool, auditKeys([key]))
  const actor = { email: 'agent@example.com', name: 'Ingrid Solberg', role: 'agent' }
  const rest = { account: 'T12345678', customers: ['K-1'], filters: [], rows: 1, note: null, requestId: 'a-request' }
  for (let row = 0; row < 3; row += 1) await writer.append({ actor, kind: 'open', ...rest })
  await pool.end()
  return url
}

async function change(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'exit-codes-'))
  ;[sound, broken, empty] = await Promise.all([databaseWithRows(), databaseWithRows(), databaseForTests()])
  await change(
    broken,
    'ALTER TABLE activity DISABLE TRIGGER USER',
    'DELETE FROM activity WHERE id = 2',
    'ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_rows_stay, ENABLE ALWAYS TRIGGER activity_stays',
  )
  await change(empty, 'DROP TABLE activity, sessions CASCADE')
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
