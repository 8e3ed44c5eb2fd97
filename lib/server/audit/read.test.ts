import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type ActivityQuery, activityQuery } from '@/lib/audit/activity-query'
import { type ActivityPage, activityPageSchema } from '@/lib/audit/audit-event'
import { auditEventKinds } from '@/lib/audit/event-kinds'
import { parseActivityFilters, parseActivityQuery } from '@/lib/audit/parse-activity-query'
import { eventForTests } from '@/lib/server/audit/event-for-tests'
import { auditKeys, valueHash } from '@/lib/server/audit/keys'
import { exportAuditEvents, readAuditEvents } from '@/lib/server/audit/read'
import type { NewAuditEvent } from '@/lib/server/audit/rows'
import { AuditWriter } from '@/lib/server/audit/writer'
import { accessForTests } from '@/lib/server/auth/access-for-tests'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { configureWithDatabase, endConfiguredDatabase } from '@/lib/server/database/configure-for-tests'
import { databaseClock } from '@/lib/server/database/for-tests'
import { openedDatabase } from '@/lib/server/database/open'
import { FairQueue } from '@/lib/server/fair-queue'

const auditor = accessForTests('auditor')
const { account } = auditor
const viewer = { ...auditor.viewer, email: 'auditor@example.com', name: 'Solveig Åsen' }
const access: AccountAccess = { ...auditor, viewer }
const everything: ActivityQuery = { person: null, customer: null, kind: null, from: null, until: null, before: null }
const key = { id: 't', secret: 'q7fJw2Zk0pX4nB9sL1vT6yR3mC8dH5gA' }

// No row is dated before the previous one, and reads are audited with the current time, so these events lie in the future.
const startMs = Date.parse('2040-03-01T08:00:00Z')
const time = (minute: number) => new Date(startMs + minute * 60_000).toISOString()
let minute = 0
let setClock: (time: string | null) => Promise<void>
const append = async (change: Partial<NewAuditEvent> = {}) => {
  await setClock(time(minute))
  minute += 1
  await new AuditWriter(openedDatabase().pool, auditKeys([key])).append(eventForTests(change))
}

beforeAll(async () => {
  setClock = await databaseClock(await configureWithDatabase())
  vi.stubEnv('AUDIT_KEYS', JSON.stringify([key]))
})
afterAll(endConfiguredDatabase)

const nothing = { events: [], total: 0, next: null, checked: null }
const english = { locale: 'en', zone: 'Europe/London' } as const
const notes = ({ events }: ActivityPage) => events.map(({ note }) => note)

describe('the audit log', () => {
  test('is empty at first, and then holds the event of being read', async () => {
    expect(await readAuditEvents(access, everything)).toEqual(nothing)
    const { events } = await readAuditEvents(access, everything)
    expect(events).toMatchObject([{ kind: 'activity', rows: 0, actor: { email: viewer.email, role: 'auditor' } }])
  })

  test('refuses a role without permission in the use case itself', async () => {
    for (const role of ['viewer', 'agent', null] as const) {
      const refused = { ...access, viewer: { ...viewer, role } }
      await expect(readAuditEvents(refused, everything)).rejects.toMatchObject({ error: { code: 'forbidden' } })
      await expect(exportAuditEvents(refused, everything, english)).rejects.toMatchObject({
        error: { code: 'forbidden' },
      })
    }
  })

  test('shows the events of the account and those without an account, and none of another account', async () => {
    await append({ note: 'ours' })
    await append({ account: 'P99999999', note: 'theirs' })
    await append({ account: null, kind: 'sign_in', customers: [], note: 'signed in' })
    const page = await readAuditEvents(access, everything)
    expect(notes(page).filter(Boolean)).toEqual(['signed in', 'ours'])
    expect(activityPageSchema.safeParse(page).success).toBe(true)
    const ids = page.events.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
  })

  test('is filtered by person, customer, kind and time, alone and combined', async () => {
    const other = { email: 'viewer@example.com', name: 'Øystein Dahl', role: 'viewer' }
    minute = 1_000
    await append({ note: 'a', customers: ['K-7', 'K-8'], kind: 'search' })
    await append({ note: 'b', customers: ['K-8'], actor: other })
    await append({ note: 'c', customers: ['\0'], actor: other })
    await append({ note: 'd', account: null, kind: 'sign_in', customers: [], actor: other })
    const of = async (change: Partial<ActivityQuery>) =>
      notes(await readAuditEvents(access, { ...everything, ...change }))
    expect(await of({ person: other.email })).toEqual(['d', 'c', 'b'])
    expect(await of({ customer: 'K-8' })).toEqual(['b', 'a'])
    expect(await of({ customer: '\0' })).toEqual(['c'])
    expect(await of({ customer: 'K-8', kind: 'search' })).toEqual(['a'])
    expect(await of({ kind: 'sign_in', person: other.email })).toEqual(['d'])
    expect(await of({ from: time(1_001), until: time(1_003) })).toEqual(['c', 'b'])
    expect(await of({ from: time(1_001), until: time(1_001) })).toEqual([])
    expect(await of({ until: '0000-01-01T00:00:00Z' })).toEqual([])
    expect(await of({ from: '9999-01-01T00:00:00Z' })).toEqual([])
    expect(await of({ person: 'nobody@example.com' })).toEqual([])
  })

  test('is paginated without loss or repetition while events are appended', async () => {
    minute = 2_000
    for (let one = 0; one < 130; one += 1)
      await append({ note: `page ${one}`, ...(one % 3 === 0 && { account: null }) })
    const seen: (string | null)[] = []
    let before: number | null = null
    do {
      const page: ActivityPage = await readAuditEvents(access, { ...everything, from: time(2_000), before })
      expect(page.events.length).toBeLessThanOrEqual(50)
      seen.push(...notes(page))
      before = page.next?.before ?? null
      await append({ note: 'newer' })
    } while (before !== null)
    const paged = seen.filter((note) => note?.startsWith('page '))
    expect(paged).toEqual(Array.from({ length: 130 }, (_, at) => `page ${129 - at}`))
  })

  test('stores the person and the customer of its own filters as keyed hashes', async () => {
    await readAuditEvents(access, { ...everything, person: 'agent@example.com', customer: 'K-1', kind: 'open' })
    const [last] = (await readAuditEvents(access, { ...everything, kind: 'activity' })).events
    const hash = (name: string, value: string) => valueHash(auditKeys([key]), account.id, name, value)
    expect(last?.filters).toEqual([
      { name: 'person', hash: hash('person', 'agent@example.com') },
      { name: 'customer', hash: hash('customer', 'K-1') },
      { name: 'kind', value: 'open' },
    ])
  })

  test('lists an opened record with its sections, counts all events, and notes how many were shown', async () => {
    minute = 3_000
    await append({ kind: 'open' })
    minute -= 1
    await append({ kind: 'section', filters: [{ name: 'section', value: 'tags' }] })
    const page = await readAuditEvents(access, { ...everything, from: time(3_000) })
    expect(page).toMatchObject({ events: [{ kind: 'open', sections: [{ customers: ['K-1'] }] }], total: 2 })
    await setClock(null)
    const [last] = (await readAuditEvents(access, { ...everything, kind: 'activity' })).events
    expect(last).toMatchObject({ rows: 2, sections: [] })
  })

  test('shows the time and the result of the last verification, and its checkpoint', async () => {
    await openedDatabase().pool.query(`INSERT INTO activity_checks VALUES (1, '2026-03-01T09:00:00Z', true, 17)`)
    const { checked } = await readAuditEvents(access, everything)
    expect(checked).toEqual({ at: '2026-03-01T09:00:00.000Z', unbroken: true, checkpoint: 17 })
  })

  test('is not shown when reading it cannot be audited', async () => {
    const { pool } = openedDatabase()
    await pool.query('ALTER TABLE activity_chain RENAME TO away')
    const unavailable = { error: { code: 'audit_unavailable' } }
    await expect(readAuditEvents(access, everything)).rejects.toMatchObject(unavailable)
    await expect(exportAuditEvents(access, everything, english)).rejects.toMatchObject(unavailable)
    await pool.query('ALTER TABLE away RENAME TO activity_chain')
  })
})

describe('the export', () => {
  const csvOf = async (change: Partial<ActivityQuery>) => {
    const { content } = await exportAuditEvents(access, { ...everything, ...change }, english)
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(content).arrayBuffer())
  }

  test('is UTF-8 with a byte order mark, with a header and a line for each event', async () => {
    minute = 9_000
    await append({ note: 'Blåbær "og" krem,\r\nto linjer', filters: [{ name: 'phone_number', hash: 'ab12' }] })
    const csv = await csvOf({ from: time(9_000), kind: 'open' })
    expect(csv.split('\r\n')).toEqual([
      '\uFEFF"time","person","email","role","kind","account","customers","query","rows","note","request_id","id","outcome","times","minute","site","unusual","ended"',
      expect.stringContaining(
        '"agent@example.com","agent","open","T12345678","K-1","phone ab12","1","Blåbær ""og"" krem, to linjer"',
      ),
      '',
    ])
  })

  test('holds all events that matched at its start, is sent in chunks, and is audited with the number of rows', async () => {
    minute = 10_000
    const writer = new AuditWriter(openedDatabase().pool, auditKeys([key]))
    await setClock(time(minute))
    await Promise.all(Array.from({ length: 2_500 }, () => writer.append(eventForTests({ requestId: 'many' }))))
    const turns = vi.spyOn(FairQueue.prototype, 'acquire')
    const csv = await csvOf({ from: time(10_000) })
    // A turn of this person for each hundred rows, so that exports at the same time alternate.
    expect(turns.mock.calls.map(([person]) => person)).toEqual(Array(25).fill(access.viewer.email))
    turns.mockRestore()
    expect(csv.match(/,"many",/g)).toHaveLength(2_500)
    expect(new Set(csv.trimEnd().split('\r\n')).size).toBe(2_501)
    const [last] = (await readAuditEvents(access, { ...everything, kind: 'export' })).events
    expect(last).toMatchObject({ rows: 2_500, note: 'CSV, 2500 rows' })
  })
})

describe('the query of the activity', () => {
  const read = (text: string) => parseActivityQuery(new URLSearchParams(text))

  test('is parsed strictly, and reports each invalid parameter by name', () => {
    expect(read('person=a@example.no&kind=open&before=7').query).toMatchObject({ kind: 'open', before: 7 })
    for (const wrong of [
      'person=a b',
      'customer=',
      'kind=x',
      'from=2026',
      'until=today',
      'before=0',
      'before=1.5',
      'x=1',
    ])
      expect(read(wrong).problems).toHaveLength(1)
    expect(read('kind=open&kind=open').problems).toMatchObject([{ field: 'kind', reason: 'doubled' }])
    expect(parseActivityFilters(new URLSearchParams('before=7')).problems).toMatchObject([{ reason: 'unknown' }])
  })

  test('accepts every kind of event', () => {
    expect(auditEventKinds.map((kind) => activityQuery.kind.parse([kind]))).toEqual([...auditEventKinds])
  })
})
