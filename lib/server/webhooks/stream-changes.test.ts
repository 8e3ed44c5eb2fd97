import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { changeKey } from '@/lib/customers/changes/change-key'
import { accessForTests } from '@/lib/server/auth/access-for-tests'
import {
  configureWithDatabase,
  endConfiguredDatabase,
  queryConfigured as rowsOf,
} from '@/lib/server/database/configure-for-tests'
import { parseReport } from '@/lib/server/webhooks/report'
import { streamChanges } from '@/lib/server/webhooks/stream-changes'
import { account, configureWebhooks } from '@/lib/server/webhooks/webhooks-for-tests'
import { writeReport } from '@/lib/server/webhooks/write'

/** Whoever listens hears of a change at once, by a hash alone. */

vi.mock('@/lib/server/log', () => ({ log: vi.fn() }))

beforeAll(async () => {
  await configureWithDatabase()
  configureWebhooks()
})
afterAll(endConfiguredDatabase)

async function change(customer_id: string, of = account): Promise<void> {
  const body = Buffer.from(JSON.stringify({ customer_id, type: 'customer' }))
  const report = parseReport({ account: of, event: 'customer_update', delivery: randomUUID(), body })
  if (typeof report === 'string') throw new Error(report)
  await writeReport(report)
}

const listening = `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`

/** Opens a stream and resolves once PostgreSQL knows that somebody listens. */
async function open(role: 'agent' | 'viewer' = 'agent') {
  const { content, headers } = await streamChanges(accessForTests(role))
  const reader = content.getReader()
  const read = async () => new TextDecoder().decode((await reader.read()).value)
  expect(await read()).toBe('retry: 5000\n\n')
  void reader.closed.catch(() => {})
  const next = read()
  await vi.waitFor(async () => expect(await rowsOf(listening)).toHaveLength(1), { timeout: 10_000 })
  return { headers, next, read, close: () => reader.cancel() }
}

it('names a customer by a hash, and customers of another account not at all', async () => {
  const stream = await open('viewer')
  expect(stream.headers).toEqual({ 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' })
  await change('K-other', 'P12345678')
  await change('K-214907')
  const text = await stream.next
  expect(text).toBe(`data: ${await changeKey(account, 'K-214907')}\n\n`)
  expect(text).not.toContain('214907')
  await stream.close()
})

it('hears of nothing any more, at once, where the reader is gone', async () => {
  const stream = await open()
  const closed = stream.close()
  await vi.waitFor(async () => expect(await rowsOf(listening)).toEqual([]))
  await closed
})

it('goes on after the connection to the database was lost', async () => {
  const stream = await open()
  await rowsOf(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`)
  await vi.waitFor(
    async () => {
      await change(`K-${randomUUID()}`)
      expect(await Promise.race([stream.next, 'nothing yet'])).toMatch(/^data: /)
    },
    { timeout: 15_000, interval: 200 },
  )
  await stream.close()
}, 20_000)

it('is none of a role without customers, nor of an account that reports nothing', async () => {
  await expect(streamChanges(accessForTests('auditor'))).rejects.toMatchObject({ error: { code: 'forbidden' } })
  const access = accessForTests()
  const other = { ...access, account: { ...access.account, id: 'P12345678' } }
  await expect(streamChanges(other)).rejects.toMatchObject({ error: { code: 'not_found' } })
})
