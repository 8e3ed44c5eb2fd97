import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ActivityQuery } from '@/lib/audit/activity-query'
import type { Site } from '@/lib/audit/sites'
import { type CustomerQuery, noFilters } from '@/lib/customers/filters/customer-query'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { appendAuditEvent, configuredKeys } from '@/lib/server/audit/append'
import { valueHash } from '@/lib/server/audit/keys'
import { exportAuditEvents, readAuditEvents } from '@/lib/server/audit/read'
import { flushGroups } from '@/lib/server/audit/watch/groups'
import { accessForTests } from '@/lib/server/auth/access-for-tests'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { readCustomerCount, readCustomerPage } from '@/lib/server/customers/read-customers'
import { readCustomer, readCustomerIfChanged, readCustomerTags } from '@/lib/server/customers/read-record'
import { upstreamForTests } from '@/lib/server/database/configure-for-tests'
import { openedDatabase } from '@/lib/server/database/open'
import { log } from '@/lib/server/log'
import { metrics } from '@/lib/server/metrics'

upstreamForTests(startForTests, {
  UNUSUAL_RECORDS_PER_HOUR: '3',
  UNUSUAL_GUESSES_PER_HOUR: '3',
  UNUSUAL_REFUSALS_PER_HOUR: '2',
  UNUSUAL_REVEALS_PER_HOUR: '0',
})

const everything: ActivityQuery = { person: null, customer: null, kind: null, from: null, until: null, before: null }
const noFacts = { outcome: null, times: null, minute: null, site: null, unusual: null }
const list: CustomerQuery = { ...noFilters, limit: 10, starting_after: null, by_word: null }
const nora = people.nora.record.customer

let persons = 0
let email = ''
beforeEach(() => {
  persons += 1
  email = `person-${persons}@example.com`
})

/** A request of this test's person, which `site` caused. */
function someone(site: Site | null = null): AccountAccess {
  const access = accessForTests('agent')
  return { ...access, viewer: { ...access.viewer, email }, request: { ...access.request, site } }
}
const eventsOf = async (person = email) =>
  (await readAuditEvents(accessForTests('auditor'), { ...everything, person })).events.toReversed()
const hashOf = (id: string) => valueHash(configuredKeys(), someone().account.id, 'customer', id)
const notFound = { error: { code: 'not_found' } }

describe('reads that show nothing', () => {
  test('of ids that nobody has are one event a minute, with their number and their hashes', async () => {
    const ids = [...Array.from({ length: 40 }, (_, at) => `guess-${at}`), 'ola.nordmann@example.no']
    for (const id of ids) await expect(readCustomer(someone(), id)).rejects.toMatchObject(notFound)
    const events = await eventsOf()
    expect(events.reduce((sum, { facts }) => sum + (facts.times ?? 0), 0)).toBe(41)
    // Two where a minute ended meanwhile.
    expect(events.length).toBeLessThanOrEqual(2)
    for (const event of events)
      expect(event).toMatchObject({ kind: 'open', customers: [], rows: 0, facts: { outcome: 'not_found' } })
    expect(events.flatMap(({ filters }) => filters)).toEqual(ids.map((id) => ({ name: 'customer', hash: hashOf(id) })))
    expect(JSON.stringify(events)).not.toContain('ola.nordmann')
  })

  test('are audited for the sections of a record too', async () => {
    await expect(readCustomerTags(someone(), 'guess-1')).rejects.toMatchObject(notFound)
    expect(await eventsOf()).toMatchObject([{ facts: { outcome: 'not_found', times: 1 } }])
  })

  test('are in an export at once', async () => {
    await expect(readCustomer(someone(), 'guess-1')).rejects.toMatchObject(notFound)
    const { content } = await exportAuditEvents(
      accessForTests('auditor'),
      { ...everything, person: email },
      { locale: 'en', zone: 'UTC' },
    )
    expect(await new Response(content).text()).toMatch(/"not_found","1",/)
  })

  test('of an unchanged record name the record', async () => {
    const { etag } = (await readCustomer(someone(), nora.customer_id)) as { etag: string }
    for (let one = 0; one < 2; one += 1) await readCustomerIfChanged(someone(), nora.customer_id, etag)
    const [opened, unchanged] = await eventsOf()
    expect(opened).toMatchObject({ kind: 'open', customers: [nora.customer_id], rows: 1, facts: noFacts })
    expect(unchanged).toMatchObject({
      customers: [nora.customer_id],
      rows: 0,
      facts: { outcome: 'unchanged', times: 2 },
    })
  })

  test('are appended in the order of their minutes', async () => {
    for (const [id, age] of [
      ['later', '1 hour'],
      ['earlier', '2 hours'],
    ] as const) {
      await expect(readCustomer(someone(), id)).rejects.toMatchObject(notFound)
      const change = `UPDATE activity_groups SET minute = date_trunc('minute', now()) - $2::interval WHERE hashes = $1`
      await openedDatabase().pool.query(change, [[hashOf(id)], age])
    }
    const hashes = (await eventsOf()).flatMap(({ filters }) => filters)
    expect(hashes).toEqual(['earlier', 'later'].map((id) => ({ name: 'customer', hash: hashOf(id) })))
  })

  test('are appended once their minute is over, and once only', async () => {
    await expect(readCustomer(someone(), 'guess-1')).rejects.toMatchObject(notFound)
    const { pool } = openedDatabase()
    const appended = async () => (await pool.query('SELECT id FROM activity WHERE actor_email = $1', [email])).rowCount
    await pool.query(`UPDATE activity_groups SET minute = date_trunc('minute', now()) + interval '1 hour'`)
    await flushGroups()
    expect(await appended()).toBe(0)
    await pool.query(`UPDATE activity_groups SET minute = minute - interval '2 hours'`)
    await Promise.all([flushGroups(), flushGroups()])
    expect(await appended()).toBe(1)
  })

  test('are not answered where they cannot be audited', async () => {
    const { pool } = openedDatabase()
    await pool.query('ALTER TABLE activity_groups RENAME TO away')
    await expect(readCustomer(someone(), 'guess-1')).rejects.toMatchObject({ error: { code: 'audit_unavailable' } })
    await pool.query('ALTER TABLE away RENAME TO activity_groups')
  })
})

describe('the site that caused a request', () => {
  test.each(['cross-site', 'none', 'same-site', 'same-origin'] as const)(
    '%s is noted where a record is opened',
    async (site) => {
      await readCustomer(someone(site), nora.customer_id)
      expect(await eventsOf()).toMatchObject([{ kind: 'open', filters: [], facts: { ...noFacts, site } }])
    },
  )

  test('is noted for a search unless it is our own', async () => {
    await readCustomerPage(someone('cross-site'), list)
    await readCustomerPage(someone('same-origin'), list)
    expect((await eventsOf()).map(({ facts }) => facts.site)).toEqual(['cross-site', null])
  })
})

describe('detection', () => {
  const marks = async () => (await eventsOf()).map(({ facts }) => facts.unusual)
  const metricOf = async (measure: string) =>
    (await metrics().unusual.get()).values.find(({ labels }) => labels.measure === measure)?.value ?? 0

  test('marks the record that is over the bound of distinct customers, and counts it', async () => {
    const { customers } = await readCustomerPage(someone(), list)
    const before = await metricOf('records')
    vi.mocked(log).mockClear()
    for (const { customer_id } of customers.slice(0, 3))
      for (let twice = 0; twice < 2; twice += 1) await readCustomer(someone(), customer_id)
    expect((await marks()).filter(Boolean)).toEqual([])
    await readCustomerTags(someone(), customers[3]?.customer_id ?? '')
    await readCustomer(someone(), customers[4]?.customer_id ?? '')
    expect((await marks()).filter(Boolean)).toEqual([
      { measure: 'records', count: 4 },
      { measure: 'records', count: 5 },
    ])
    expect((await metricOf('records')) - before).toBe(2)
    // The log has the first one alone, without the person.
    const logged = vi.mocked(log).mock.calls.filter(([, message]) => message === 'unusual use')
    expect(logged).toEqual([['warn', 'unusual use', { request_id: 'r', account: 'T12345678', event: 'records' }]])
  })

  test('pauses exact searches after too many that found nobody, and nothing else', async () => {
    const guess = (at: number) => ({ ...list, email: `guess-${at}@example.no` })
    for (let at = 0; at < 4; at += 1) await readCustomerPage(someone(), guess(at))
    const paused = { error: { code: 'rate_limited', retry_after_seconds: expect.any(Number) } }
    await expect(readCustomerPage(someone(), guess(5))).rejects.toMatchObject(paused)
    await expect(readCustomerCount(someone(), { ...noFilters, phone_number: '+4799999999' })).rejects.toMatchObject(
      paused,
    )
    await expect(readCustomerPage(someone(), { ...list, email: nora.email ?? '' })).rejects.toMatchObject(paused)
    await readCustomerPage(someone(), { ...list, search: 'nora' })
    await readCustomer(someone(), nora.customer_id)
    expect((await marks()).filter(Boolean)).toEqual([{ measure: 'guesses', count: 4 }])
    await openedDatabase().pool.query(`UPDATE uses SET at = at - interval '6 minutes' WHERE person = $1`, [email])
    await readCustomerPage(someone(), { ...list, email: nora.email ?? '' })
  })

  test('does not count what was found, nor the same guess twice, nor what is more than an hour ago', async () => {
    for (let one = 0; one < 5; one += 1) {
      await readCustomerPage(someone(), { ...list, email: nora.email ?? '' })
      await readCustomerPage(someone(), { ...list, email: 'guess@example.no' })
    }
    for (const id of ['guess-1', 'guess-2']) await expect(readCustomer(someone(), id)).rejects.toMatchObject(notFound)
    await openedDatabase().pool.query(`UPDATE uses SET at = at - interval '61 minutes' WHERE person = $1`, [email])
    await readCustomerPage(someone(), { ...list, email: 'other@example.no' })
    expect((await marks()).filter(Boolean)).toEqual([])
  })

  test('counts ids that nobody has as guesses, marks them and pauses exact searches, and opens records all the same', async () => {
    for (let at = 0; at < 4; at += 1)
      await expect(readCustomer(someone(), `guess-${at}`)).rejects.toMatchObject(notFound)
    const exact = { ...list, email: nora.email ?? '' }
    await expect(readCustomerPage(someone(), exact)).rejects.toMatchObject({ error: { code: 'rate_limited' } })
    await readCustomer(someone(), nora.customer_id)
    expect((await marks()).filter(Boolean)).toContainEqual({ measure: 'guesses', count: 4 })
  })

  test('marks refusals over their bound, and nothing where the bound is 0', async () => {
    for (const kind of ['refused', 'reveal'] as const)
      for (let one = 0; one < 4; one += 1)
        await appendAuditEvent({ ...someone(), request: { ...someone().request, id: `${kind} ${one}` } }, { kind })
    expect(await marks()).toEqual([
      null,
      null,
      { measure: 'refusals', count: 3 },
      { measure: 'refusals', count: 4 },
      null,
      null,
      null,
      null,
    ])
  })
})
