import pg from 'pg'
import { configuredKeys } from '../server/activity/record'
import { verifyChain } from '../server/activity/verify'
import { ActivityWriter } from '../server/activity/writer'
import { openedDatabase } from '../server/database/open'
import { env } from '../server/env'

/** What the record of reads costs by itself: appending to it, and walking along it. */

const rowCount = 400_000
const together = 20_000
const viewer = { email: 'a@example.com', name: 'A', role: 'agent' }
const account = { id: 'T12345678' }

/** As a search of one page is recorded. */
const event = (at: number) => ({
  actor: viewer,
  kind: 'search' as const,
  account: account.id,
  customers: Array.from({ length: 25 }, (_, of) => `K-${at}-${of}`),
  filters: [{ name: 'search', hash: '9f41c2ab77d0e1c4' }],
  rows: 25,
  note: null,
  requestId: `request-${at}`,
})

const heapMb = () => {
  global.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}

async function verifyFigures(): Promise<Record<string, number>> {
  const { database, pool } = openedDatabase()
  // Made without its indexes: verify asks by the primary key alone.
  for (const name of ['account', 'person', 'kind', 'time', 'customer'])
    await pool.query(`DROP INDEX activity_of_${name}`)
  const writer = new ActivityWriter(database, configuredKeys())
  const beganMs = performance.now()
  for (let at = 0; at < rowCount; at += together)
    await Promise.all(Array.from({ length: together }, (_, of) => writer.append(event(at + of))))
  const appendSeconds = (performance.now() - beganMs) / 1000
  const client = new pg.Client({ connectionString: env().databaseUrl })
  await client.connect()
  const before = heapMb()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, heapMb())
  }, 2_000)
  const startMs = performance.now()
  const { rows, broken } = await verifyChain(client, configuredKeys())
  const seconds = (performance.now() - startMs) / 1000
  clearInterval(watch)
  await client.end()
  if (broken) throw new Error(`The chain of the bench is broken: ${JSON.stringify(broken)}`)
  return {
    'rows appended, many together, /s': rowCount / appendSeconds,
    'rows verified': rows,
    'verify, rows/s (goal 50000)': rows / seconds,
    'heap while it runs, MB above the beginning': most - before,
  }
}

for (const [what, value] of Object.entries(await verifyFigures()))
  console.log(`${value.toFixed(Number.isInteger(value) ? 0 : 3).padStart(12)}  ${what}`)
process.exit(0)
