import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type SandboxUnderTest, startForTests } from '@/lib/sandbox/start-for-tests'
import {
  begin,
  download,
  idsOf,
  listedIds,
  onlyExport,
  signedIn,
} from '@/lib/server/customers/export/exports-for-tests'
import {
  configureWithDatabase,
  endConfiguredDatabase,
  queryConfigured as rowsOf,
} from '@/lib/server/database/configure-for-tests'

/** Processes that make an export are killed in the middle of a page, and another goes on. Nightly with 5,000 customers. */

const [query, kills] = process.env.NIGHTLY_MINUTES === undefined ? ['type=company', 1] : ['type=any', 10]

let sandbox: SandboxUnderTest
let databaseUrl: string
const children: ChildProcess[] = []

beforeAll(async () => {
  sandbox = await startForTests()
  databaseUrl = await configureWithDatabase(sandbox.url)
  vi.stubEnv('EXPORT_CALLS_PER_MINUTE', '1000000')
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await endConfiguredDatabase()
  await sandbox.stop()
})

/** Starts another process with this configuration. */
function startProcess(change: Record<string, string> = {}): ChildProcess {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=react-server', 'lib/commands/test/run-exports.ts'],
    { env: { ...process.env, DATABASE_URL: databaseUrl, ...change }, stdio: 'ignore' },
  )
  children.push(child)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
  // As if the time had passed that a page may take.
  await rowsOf('UPDATE exports SET lease_until = now()')
}

const within = { timeout: 50_000, interval: 20 }

it(`each customer is in the file once after ${kills} kills, and the audit log names them`, async () => {
  const access = await signedIn('killed@example.no')
  await begin(access, { query })
  await sandbox.faults([{ match: '/customers/users', kind: 'delay', ms: 200 }])
  for (let killed = 0; killed < kills; killed++) {
    const before = (await onlyExport(access)).pages
    const child = startProcess()
    await vi.waitFor(async () => expect((await onlyExport(access)).pages).toBeGreaterThan(before), within)
    await kill(child)
    expect((await onlyExport(access)).state).toBe('running')
  }
  await sandbox.faults([])
  const last = startProcess()
  await vi.waitFor(async () => expect((await onlyExport(access)).state).toBe('ready'), within)
  await kill(last)

  const { id, rows } = await onlyExport(access)
  const ids = idsOf(await download(access, id))
  expect(ids.length).toBe(rows)
  expect(ids.toSorted()).toEqual(await listedIds(sandbox, query))
  const named = await rowsOf(`SELECT unnest(customers) AS id FROM activity WHERE kind = 'export' ORDER BY id`)
  expect(named.map((one) => one.id).toSorted()).toEqual(ids.toSorted())
}, 600_000)

it('a process with another key ends the export and says why', async () => {
  const access = await signedIn('key@example.no')
  await begin(access, { query })
  const other = startProcess({ EXPORT_KEY: 'hT5kP1zQ8wX3vB6nM9rL2sD7fG4jC0aE' })
  await vi.waitFor(async () => {
    expect(await onlyExport(access)).toMatchObject({ state: 'stopped', problem: 'key_changed', rows: 0 })
  }, within)
  await kill(other)
})
