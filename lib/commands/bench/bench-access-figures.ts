import pg from 'pg'
import { auditEventKinds } from '../../audit/event-kinds'
import { type CustomerQuery, noFilters } from '../../customers/filters/customer-query'
import type { Customer } from '../../customers/model/customer'
import { maskCustomer } from '../../customers/model/customer-mask'
import { accounts } from '../../sandbox/seed/seed'
import { configuredKeys } from '../../server/audit/append'
import { findEvents } from '../../server/audit/events'
import { verifyChain } from '../../server/audit/verify'
import { AuditWriter } from '../../server/audit/writer'
import { type AccountAccess, beginRequest } from '../../server/auth/account-access'
import { readCustomerPage } from '../../server/customers/read-customers'
import { openedDatabase } from '../../server/database/open'
import { env } from '../../server/env'

/** Measures masking, appending to the audit log, verifying it and searching it, each separately. */

type Figures = Record<string, number>

const account = accounts.test
const viewer = {
  sessionId: 's',
  email: 'a@example.com',
  name: 'A',
  role: 'agent',
  accounts: [account],
} as const

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
const median = (values: readonly number[]) => quantile(values, 0.5)

async function timed(run: () => unknown): Promise<number> {
  const startMs = performance.now()
  await run()
  return performance.now() - startMs
}

function access(): AccountAccess {
  const configured = env().accounts.get(account)
  if (!configured) throw new Error('The bench is configured without its account')
  return { viewer, account: configured, request: beginRequest(new Headers()) }
}

const page: CustomerQuery = { ...noFilters, limit: 25, starting_after: null, by_word: null }
const maskings = 400

async function maskFigures(): Promise<Figures> {
  const { customers } = await readCustomerPage(access(), { ...page, limit: 100 })
  const shown = new Set(['club'])
  const mask = (all: readonly Customer[]) => all.map((customer) => maskCustomer(customer, shown))
  for (let warm = 0; warm < maskings; warm += 1) mask(customers)
  const times = []
  for (let at = 0; at < maskings; at += 1) times.push(await timed(() => mask(customers)))
  return { [`masking ${customers.length} customers, ms (goal 0.5)`]: median(times) }
}

const rowCount = 400_000
const together = 20_000

/** The audit event of a search with one page of results. */
const event = (at: number) => ({
  actor: viewer,
  kind: 'search' as const,
  account,
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

/** Drops the indexes while many rows are added and verified, because verification queries only by the primary key. */
async function withoutIndexes<T>(pool: pg.Pool, run: () => Promise<T>): Promise<T> {
  const { rows } = await pool.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'activity' AND indexname <> 'activity_pkey'`,
  )
  for (const { indexname } of rows) await pool.query(`DROP INDEX ${indexname}`)
  const done = await run()
  const slow = new pg.Client({ connectionString: env().databaseUrl })
  await slow.connect()
  for (const { indexdef } of rows) await slow.query(indexdef)
  await slow.query('ANALYZE activity')
  await slow.end()
  return done
}

async function verifyFigures(): Promise<Figures> {
  const writer = new AuditWriter(openedDatabase().pool, configuredKeys())
  const appendMs = await timed(async () => {
    for (let at = 0; at < rowCount; at += together)
      await Promise.all(Array.from({ length: together }, (_, of) => writer.append(event(at + of))))
  })
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
    'rows appended, many together, /s': (rowCount / appendMs) * 1000,
    'rows verified': rows,
    'verify, rows/s (goal 50000)': rows / seconds,
    'heap while it runs, MB above the beginning': most - before,
  }
}

const activityRows = 1_000_000

/** Adds as many people, kinds and customers as a company has. The rows have no chain, since they are not verified. */
const fill = `INSERT INTO activity
  SELECT id, '2027-01-01'::timestamptz + id * interval '20 seconds', 'person' || id % 40 || '@example.com', 'P', 'agent',
    ($2::text[])[1 + id % 10], $1, ARRAY(SELECT 'C-' || (id * 7919 + n * 104729) % 50000 FROM generate_series(1, 5) n),
    '[]'::jsonb, 5, NULL, 'request-' || id, 'bench', ''
  FROM generate_series((SELECT max(id) + 1 FROM activity), $3::bigint) id`

async function addRows(): Promise<void> {
  const client = new pg.Client({ connectionString: env().databaseUrl })
  await client.connect()
  await client.query(fill, [account, auditEventKinds, activityRows])
  await client.end()
}

async function activityFigures(): Promise<Figures> {
  const none = { person: null, customer: null, kind: null, from: null, until: null, before: null }
  const queries = {
    'all of it': none,
    'one person': { ...none, person: 'person7@example.com' },
    'one kind': { ...none, kind: 'reveal' as const },
    'one customer': { ...none, customer: 'C-4711' },
    'nobody known': { ...none, customer: 'nobody' },
    'a day': { ...none, from: '2027-03-01T00:00:00Z', until: '2027-03-02T00:00:00Z' },
    'deep in it': { ...none, before: 500_000 },
    'a person, a kind and a day': {
      ...none,
      person: 'person7@example.com',
      kind: 'section' as const,
      from: '2027-03-01T00:00:00Z',
    },
  }
  const { database } = openedDatabase()
  const figures: Figures = {}
  for (const [name, query] of Object.entries(queries)) {
    const times = []
    for (let at = 0; at < 20; at += 1) times.push(await timed(() => findEvents(database, account, query, 51)))
    figures[`a page of ${activityRows} rows: ${name}, ms (goal 50)`] = median(times)
  }
  return figures
}

/** Prints to standard error, because calls are logged to standard output. */
function print(figures: Figures): void {
  for (const [what, value] of Object.entries(figures))
    console.error(`${value.toFixed(Number.isInteger(value) ? 0 : 3).padStart(12)}  ${what}`)
}

print(await maskFigures())
await withoutIndexes(openedDatabase().pool, async () => {
  print(await verifyFigures())
  await addRows()
})
print(await activityFigures())
process.exit(0)
