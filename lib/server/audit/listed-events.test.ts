import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActivityQuery } from '@/lib/audit/activity-query'
import type { AuditFilter } from '@/lib/audit/audit-event'
import { findEvents } from '@/lib/server/audit/events'
import { findListedEvents } from '@/lib/server/audit/listed-events'
import {
  configureWithDatabase,
  endConfiguredDatabase,
  queryConfigured,
} from '@/lib/server/database/configure-for-tests'
import { database } from '@/lib/server/database/open'

/** How the activity groups what belongs together, on logs that are written into the table by hand. */

beforeAll(() => configureWithDatabase())
afterAll(endConfiguredDatabase)

const everything: ActivityQuery = { person: null, customer: null, kind: null, from: null, until: null, before: null }
const startMs = Date.parse('2040-03-01T08:00:00Z')
const timeOf = (seconds: number) => new Date(startMs + seconds * 1_000).toISOString()

type Written = { kind: string; person?: string; customers?: readonly string[]; filters?: AuditFilter[]; rows?: number }
let lastId = 0
let logs = 0

/** Writes events into an account of their own, each so many seconds after the one before it; returns account and ids. */
async function write(events: readonly (Written & { after: number })[]) {
  logs += 1
  const account = `T${logs}`
  let seconds = logs * 100_000
  const rows = events.map(({ after, kind, person = 'agent', customers = ['K-1'], filters = [], rows = 1 }) => {
    lastId += 1
    seconds += after
    const actor = { actor_email: `${person}@example.com`, actor_name: person, actor_role: 'agent' }
    const fixed = { note: null, request_id: `r-${lastId}`, key_id: 't', hash: '' }
    return { id: lastId, at: timeOf(seconds), ...actor, kind, account, customers, filters, rows, ...fixed }
  })
  const insert = 'INSERT INTO activity SELECT * FROM jsonb_populate_recordset(NULL::activity, $1)'
  await queryConfigured(insert, [JSON.stringify(rows)])
  return { account, ids: rows.map(({ id }) => id), times: rows.map(({ at }) => at) }
}

const section = (value: string): AuditFilter[] => [{ name: 'section', value }]
const read = (name: string, after = 0, others: string[] = []) => ({
  kind: 'section',
  filters: section(name),
  customers: ['K-1', ...others],
  after,
})

/** The lines of an account as pairs of positions in what was written: the event, and its sections. */
async function linesOf({ account, ids }: Awaited<ReturnType<typeof write>>, query: Partial<ActivityQuery> = {}) {
  const found = await findListedEvents(database(), account, { ...everything, ...query }, 100)
  return found.map(({ id, sections }) => [ids.indexOf(id), sections.map((one) => ids.indexOf(one.id))])
}

test('an opened record is one line with the sections that were read with it, also those just before it', async () => {
  const log = await write([
    { kind: 'search', after: 0 },
    read('tags', 1),
    { kind: 'open', after: 0.2 },
    read('tokens', 0.1),
    { kind: 'open', person: 'other', after: 1 },
    read('contacts', 58, ['C-1']),
    read('raw', 2),
  ])
  // The last one came more than a minute later.
  expect(await linesOf(log)).toEqual([
    [6, []],
    [4, []],
    [2, [1, 3, 5]],
    [0, []],
  ])
})

test('a record that came late, at a second try, has the sections that came before it', async () => {
  const log = await write([
    read('tags'),
    { kind: 'open', after: 9 },
    read('tokens', 1),
    read('raw', 80),
    { kind: 'open', after: 11 },
  ])
  expect(await linesOf(log)).toEqual([
    [4, []],
    [3, []],
    [1, [0, 2]],
  ])
})

test('a section says which customers and how many rows it had, and its own request', async () => {
  const log = await write([{ kind: 'open', after: 0 }, read('contacts', 1, ['C-1'])])
  const [line] = await findListedEvents(database(), log.account, everything, 10)
  expect(line?.sections).toEqual([
    {
      ...{ id: log.ids[1], at: log.times[1], customers: ['K-1', 'C-1'] },
      ...{ filters: section('contacts'), rows: 1, request_id: `r-${log.ids[1]}` },
    },
  ])
})

test('opened twice, each section belongs to the record that was opened nearest to it', async () => {
  const log = await write([
    { kind: 'open', after: 0 },
    read('tags', 1),
    read('tags', 40),
    { kind: 'open', after: 0.1 },
    read('tokens', 1),
  ])
  expect(await linesOf(log)).toEqual([
    [3, [2, 4]],
    [0, [1]],
  ])
})

test('what says more than which section it is, and what showed nothing, stays a line of its own', async () => {
  const log = await write([
    { kind: 'open', after: 0, rows: 0 },
    read('tags'),
    { kind: 'open', after: 100 },
    { ...read('tags'), filters: [...section('tags'), { name: 'fact:unusual', value: 'records 9' }] },
    { kind: 'reveal', after: 0 },
  ])
  expect(await linesOf(log)).toEqual([4, 3, 2, 1, 0].map((at) => [at, []]))
})

test('a filter that leaves the opened record out leaves its sections as lines', async () => {
  const log = await write([{ kind: 'open', after: 0 }, read('tags', 1), read('contacts', 1, ['C-1'])])
  expect(await linesOf(log)).toEqual([[0, [1, 2]]])
  expect(await linesOf(log, { kind: 'section' })).toEqual([
    [2, []],
    [1, []],
  ])
  expect(await linesOf(log, { kind: 'open' })).toEqual([[0, []]])
  expect(await linesOf(log, { customer: 'C-1' })).toEqual([[2, []]])
  expect(await linesOf(log, { from: log.times[1] })).toEqual([
    [2, []],
    [1, []],
  ])
  expect(await linesOf(log, { until: log.times[2] })).toEqual([[0, [1]]])
})

const wild = fc.record({
  kind: fc.constantFrom('open', 'section', 'section', 'section', 'search'),
  person: fc.constantFrom('agent', 'other'),
  customers: fc.constantFrom(['K-1'], ['K-2'], ['K-1', 'K-2'], []),
  filters: fc.constantFrom(section('tags'), section('tags'), []),
  rows: fc.constantFrom(1, 1, 0),
  after: fc.constantFrom(0, 0.5, 2, 20, 58, 60),
})
const narrowed = fc.record({
  person: fc.constantFrom(null, null, 'agent@example.com'),
  customer: fc.constantFrom(null, null, 'K-1', 'K-2'),
  kind: fc.constantFrom(null, null, 'open', 'section'),
  from: fc.constantFrom(null, null, 3, 8),
  until: fc.constantFrom(null, null, 5, 12),
})

test('over all pages and with any filter, every event that matches stands exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(wild, { minLength: 1, maxLength: 40 }),
      narrowed,
      fc.integer({ min: 1, max: 5 }),
      async (events, { from, until, ...filters }, limit) => {
        const { account, times } = await write(events)
        const span = { from: times[from ?? 40] ?? null, until: times[until ?? 40] ?? null }
        const query = { ...everything, ...filters, ...span } as ActivityQuery
        const all = await findEvents(database(), account, query, 100)
        const seen: number[] = []
        for (let before: number | null = null; ; ) {
          const lines = await findListedEvents(database(), account, { ...query, before }, limit)
          seen.push(...lines.flatMap(({ id, sections }) => [id, ...sections.map((one) => one.id)]))
          before = lines.at(-1)?.id ?? null
          if (lines.length < limit) break
        }
        expect(seen.toSorted((a, b) => b - a)).toEqual(all.map(({ id }) => id))
      },
    ),
    { numRuns: 60 },
  )
})
