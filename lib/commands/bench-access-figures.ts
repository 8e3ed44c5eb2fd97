import pg from 'pg'
import { maskCustomer } from '../customers/customer-mask'
import { noFilters } from '../customers/customer-query'
import { configuredKeys } from '../server/activity/record'
import { verifyChain } from '../server/activity/verify'
import { ActivityWriter } from '../server/activity/writer'
import { readCustomerPage as readUnrecorded } from '../server/customers/read-customer-page'
import { readCustomerPage } from '../server/customers/reads'
import { openedDatabase } from '../server/database/open'
import { env } from '../server/env'
import { ownRequest } from '../server/viewer'

/**
 * What access costs. Recording: the use case of a page with it and without it, in this process, 16 readers at once and in
 * turns; the HTTP around both is left out, so that the share of recording is larger here than in the app.
 */

const readers = 16
const perRound = 600
const rounds = 5
const rowCount = 1_000_000
const together = 20_000
const query = { ...noFilters, limit: 25, starting_after: null, by_word: null }

const [account] = env().accounts.values()
if (!account) throw new Error('There is no account to measure')
const viewer = { sessionId: '', email: 'a@example.com', name: 'A', role: 'agent' as const, accounts: [account.id] }
const access = () => ({ viewer, account, request: ownRequest() })

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

async function round(read: typeof readCustomerPage): Promise<{ perSecond: number; p95Ms: number }> {
  const times: number[] = []
  const startMs = performance.now()
  const reader = async () => {
    while (times.length < perRound) {
      const at = performance.now()
      await read(access(), query)
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: readers }, reader))
  const seconds = (performance.now() - startMs) / 1000
  return {
    perSecond: times.length / seconds,
    p95Ms: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0,
  }
}

async function recordingFigures(): Promise<Record<string, number>> {
  await round(readUnrecorded)
  await round(readCustomerPage)
  const pairs = []
  for (let at = 0; at < rounds; at++)
    pairs.push({ bare: await round(readUnrecorded), kept: await round(readCustomerPage) })
  return {
    'pages of 25 without recording, /s': median(pairs.map(({ bare }) => bare.perSecond)),
    'with recording / without (goal 0.85)': median(pairs.map(({ bare, kept }) => kept.perSecond / bare.perSecond)),
    'p95 with less p95 without, ms (goal 5)': median(pairs.map(({ bare, kept }) => kept.p95Ms - bare.p95Ms)),
  }
}

async function maskMs(): Promise<number> {
  const { customers } = await readUnrecorded(access(), { ...query, limit: 100 })
  const shown = new Set(['club'])
  const mask = () => customers.map((customer) => maskCustomer(customer, shown))
  for (let warm = 0; warm < 200; warm++) mask()
  const startMs = performance.now()
  for (let run = 0; run < 200; run++) mask()
  return (performance.now() - startMs) / 200
}

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
  for (let at = 0; at < rowCount; at += together)
    await Promise.all(Array.from({ length: together }, (_, of) => writer.append(event(at + of))))
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
    'rows verified': rows,
    'verify, rows/s (goal 50000)': rows / seconds,
    'heap while it runs, MB above the beginning': most - before,
  }
}

const figures = {
  ...(await recordingFigures()),
  'mask of 100 customers, ms (goal 0.5)': await maskMs(),
  ...(await verifyFigures()),
}
for (const [what, value] of Object.entries(figures))
  console.log(`${value.toFixed(Number.isInteger(value) ? 0 : 3).padStart(12)}  ${what}`)
process.exit(0)
