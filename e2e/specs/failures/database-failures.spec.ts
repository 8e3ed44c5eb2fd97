import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, test } from '../../fixtures'
import { endChild, type OwnApp, startApp, verify } from '../../own-app'
import { sandbox } from '../../sandbox'
import { port as portOf } from '../../servers'
import { insertSession, seal } from '../../sessions'

/** Without its audit log the desk shows no customer, reports this in time, and recovers automatically. */

const port = portOf(3381)
const folder = join(tmpdir(), `customer-desk-e2e-failure-${port}`)
const password = randomBytes(16).toString('hex')
const url = `postgres://desk:${password}@127.0.0.1:${port}/postgres`
const api = `/api/accounts/${accounts.test}/customers`
const mostMs = 10_000

async function startDatabase(...flags: string[]) {
  const where = ['--port', String(port), '--folder', folder, '--password', password, ...flags]
  const program = ['--import', 'tsx', '--conditions=react-server', 'lib/commands/database.ts']
  const child = spawn(process.execPath, [...program, ...where], { stdio: ['ignore', 'pipe', 'ignore'] })
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', () => reject(new Error('The database did not start')))
  })
  return { stop: () => endChild(child, 'SIGTERM') }
}

async function byHand(...statements: (string | pg.QueryConfig)[]): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  return client
}

/** The server and all that it started, stopped in the middle of whatever they do, or let go on. */
function signalAll(signal: 'STOP' | 'CONT'): void {
  const [above = ''] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', above], { encoding: 'utf8' }).trim().split(/\s+/)
  for (const pid of [above, ...children]) process.kill(Number(pid), `SIG${signal}`)
}

let database: Awaited<ReturnType<typeof startDatabase>>
let app: OwnApp
let headers: { cookie: string }

test.use({ role: null })
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  database = await startDatabase('--fresh')
  app = await startApp(portOf(3322), { database: url })
  const sid = crypto.randomUUID()
  await (await byHand(insertSession(sid))).end()
  headers = { cookie: `desk.session-token=${await seal({ sid })}` }
})
test.afterAll(async () => {
  await app.kill('SIGTERM')
  await database.stop()
})

const readOnly = (value: string) => [
  `ALTER SYSTEM SET default_transaction_read_only = ${value}`,
  'SELECT pg_reload_conf()',
]
let holder: pg.Client

const troubles: [what: string, begin: () => Promise<void>, end: () => Promise<void>][] = [
  [
    'gone',
    () => database.stop(),
    async () => {
      database = await startDatabase()
    },
  ],
  ['frozen', async () => signalAll('STOP'), async () => signalAll('CONT')],
  [
    'locked by another',
    async () => {
      holder = await byHand('BEGIN', 'SELECT * FROM activity_chain FOR UPDATE')
    },
    () => holder.end(),
  ],
  [
    'read-only',
    async () => (await byHand(...readOnly('on'))).end(),
    async () => (await byHand('SET default_transaction_read_only = off', ...readOnly('off'))).end(),
  ],
]

for (const [what, begin, end] of troubles)
  test(`a database that is ${what} shows no customer within ${mostMs} ms, and the app recovers when it is back`, async () => {
    const { rows } = await sandbox.list()
    const personal = rows
      .flatMap((row) => [row.customer_id, row.email, row.phone_number])
      .filter(Boolean)
      .map(String)
    const get = (path: string) => fetch(`${app.url}${path}`, { headers, signal: AbortSignal.timeout(mostMs) })
    const shown = (text: string) => personal.filter((value) => text.includes(value))
    await expect.poll(async () => (await get(`${api}?limit=25`)).status).toBe(200)
    expect(shown(await (await get(`${api}?limit=25`)).text())).not.toEqual([])
    await begin()
    try {
      const answers = await Promise.all(Array.from({ length: 15 }, () => get(`${api}?limit=25`)))
      for (const answer of answers) {
        const text = await answer.text()
        expect([answer.status, JSON.parse(text).error.code, shown(text)]).toEqual([503, 'audit_unavailable', []])
      }
      expect(shown(await (await get(`/${accounts.test}/customers`)).text())).toEqual([])
    } finally {
      await end()
    }
    await expect.poll(async () => (await get(`${api}?limit=25`)).status).toBe(200)
    expect((await verify(url)).said).toMatch(/^\d+ rows, chain unbroken$/)
  })

test('every answer has its audit row when the database is restarted under load', async () => {
  const received: string[] = []
  let isOver = false
  const readers = Array.from({ length: 6 }, async () => {
    while (!isOver) {
      const answer = await fetch(`${app.url}${api}?limit=25`, { headers, signal: AbortSignal.timeout(mostMs) })
      expect([200, 503]).toContain(answer.status)
      if (answer.status === 200) received.push(answer.headers.get('x-request-id') ?? '')
    }
  })
  try {
    // One session that sends without a pause has its requests answered one by one.
    await expect.poll(() => received.length, { timeout: 30_000 }).toBeGreaterThan(50)
    await database.stop()
    database = await startDatabase()
    const before = received.length
    await expect.poll(() => received.length, { timeout: 30_000 }).toBeGreaterThan(before + 50)
  } finally {
    isOver = true
    await Promise.all(readers)
  }
  const client = await byHand()
  const { rows } = await client.query('SELECT request_id FROM activity WHERE request_id = ANY($1)', [received])
  await client.end()
  expect(new Set(rows.map(({ request_id }) => request_id)).size).toBe(received.length)
  expect((await verify(url)).said).toMatch(/^\d+ rows, chain unbroken$/)
})
