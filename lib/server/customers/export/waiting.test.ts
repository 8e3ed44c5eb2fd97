import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { endSession } from '@/lib/server/auth/sessions'
import {
  begin,
  download,
  idsOf,
  makePages,
  onlyExport,
  signedIn,
} from '@/lib/server/customers/export/exports-for-tests'
import { makeNextPage } from '@/lib/server/customers/export/make-page'
import { changeExport, readExports } from '@/lib/server/customers/export/own-exports'
import { sendExport } from '@/lib/server/customers/export/send-export'
import { queryConfigured as rowsOf, upstreamForTests } from '@/lib/server/database/configure-for-tests'
import { openedDatabase } from '@/lib/server/database/open'

/** What an export waits for, and what ends it: its person, Dintero, the database. */

/** Lets the database refuse what a trigger names, as one with a full disk does, or one that only reads; returns how to end that. */
async function refuse(when: string, errcode: string): Promise<() => Promise<unknown>> {
  await rowsOf(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '${errcode}'; END $$`)
  await rowsOf(`CREATE TRIGGER refuse BEFORE ${when} EXECUTE FUNCTION refuse()`)
  return () => rowsOf('DROP FUNCTION refuse CASCADE')
}

// The pace of an export decides how long it takes, and nothing else.
const sandbox = upstreamForTests(startForTests, { EXPORT_CALLS_PER_MINUTE: '1000000' })
beforeEach(async () => {
  await rowsOf('DELETE FROM exports')
})

it('waits while nobody of that name is signed in, and ends where the role has changed', async () => {
  const access = await signedIn('gone@example.no')
  await begin(access)
  await makePages(1)
  await endSession(access.viewer.sessionId)
  await makePages()
  expect(await onlyExport(access)).toMatchObject({ state: 'paused', problem: 'signed_out', pages: 1 })
  const again = await signedIn('gone@example.no')
  await changeExport(again, (await onlyExport(again)).id, 'continue')
  await makePages(1)
  expect(await onlyExport(again)).toMatchObject({ state: 'running', problem: null, pages: 2 })
  await signedIn('gone@example.no', 'viewer')
  await makePages()
  expect(await onlyExport(again)).toMatchObject({ state: 'stopped', problem: 'not_allowed' })
  expect(await rowsOf('SELECT 1 FROM export_pages')).toEqual([])
})

it('waits for Dintero where it fails in the middle, longer each time, and then goes on', async () => {
  const access = await signedIn('waits@example.no')
  const { id } = (await begin(access)).export
  await makePages(2)
  await sandbox().faults([{ match: '/customers/users', kind: 'status', status: 503 }])
  const waits: number[] = []
  for (const _ of [1, 2, 3]) {
    await makePages(1)
    const [row] = await rowsOf('SELECT extract(epoch FROM due_at - now())::float8 AS seconds FROM exports')
    waits.push(Math.round(row.seconds))
    expect(await onlyExport(access)).toMatchObject({ state: 'running', problem: 'upstream', pages: 2 })
    await rowsOf('UPDATE exports SET due_at = now()')
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits[2]).toBeGreaterThan(waits[0] ?? 0)
  await sandbox().faults([])
  await vi.waitFor(
    async () => {
      await changeExport(access, id, 'continue')
      await makePages(1)
      expect((await onlyExport(access)).pages).toBeGreaterThan(2)
    },
    { timeout: 20_000, interval: 200 },
  )
  expect(await onlyExport(access)).toMatchObject({ state: 'running', problem: null })
})

it('tells a full disk, keeps what is stored, and goes on when there is room again', async () => {
  const access = await signedIn('disk@example.no')
  await begin(access)
  await makePages(1)
  const makeRoom = await refuse('INSERT ON export_pages FOR EACH ROW', 'disk_full')
  await makePages(1)
  expect(await onlyExport(access)).toMatchObject({ state: 'running', problem: 'database', pages: 1, rows: 100 })
  await makeRoom()
  await rowsOf('UPDATE exports SET due_at = now()')
  await makePages(1)
  expect(await onlyExport(access)).toMatchObject({ state: 'running', problem: null, pages: 2, rows: 200 })
})

it('goes on after a database that took no word of a page, once the turn of that page is over', async () => {
  const access = await signedIn('readonly@example.no')
  await begin(access)
  await makePages(1)
  // The turn is taken, and then nothing is written any more, not even that it failed.
  const allow = await refuse('UPDATE ON exports FOR EACH ROW WHEN (NEW.lease IS NULL)', 'read_only_sql_transaction')
  await expect(makeNextPage()).rejects.toThrow()
  await allow()
  await makePages()
  expect(await onlyExport(access)).toMatchObject({ state: 'running', pages: 1, rows: 100 })
  await rowsOf('UPDATE exports SET lease_until = now()')
  await makePages(1)
  expect(await onlyExport(access)).toMatchObject({ state: 'running', problem: null, pages: 2, rows: 200 })
})

it('is not begun, and its file does not leave, while that cannot be recorded', async () => {
  const access = await signedIn('unrecorded@example.no')
  await begin(access, { query: 'search=nora' })
  await makePages()
  const { id, rows } = await onlyExport(access)
  const allow = await refuse('INSERT ON activity', 'read_only_sql_transaction')
  const unavailable = { error: { code: 'audit_unavailable' } }
  await expect(begin(access, { query: 'search=kari' })).rejects.toMatchObject(unavailable)
  await makePages()
  await expect(sendExport(access, id)).rejects.toMatchObject(unavailable)
  expect((await readExports(access)).exports).toMatchObject([{ id, state: 'ready', rows }])
  await allow()
  expect(idsOf(await download(access, id))).toHaveLength(rows)
})

it('is begun and recorded in one transaction, so that a process that dies between leaves neither', async () => {
  const access = await signedIn('between@example.no')
  // Nothing is recorded while the end of the chain is locked.
  const holder = await openedDatabase().pool.connect()
  onTestFinished(() => holder.release(true))
  await holder.query(`BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0;
    SELECT 1 FROM activity_chain WHERE "end" = 'last' FOR UPDATE`)
  const waiting = () =>
    rowsOf(`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)
  const dying = begin(access, { query: 'search=nora' }).catch((thrown) => thrown)
  await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), { timeout: 10_000 })
  expect(await rowsOf('SELECT state FROM exports')).toEqual([])
  const [one] = await waiting()
  await rowsOf('SELECT pg_terminate_backend($1)', [one?.pid])
  expect(await dying).toMatchObject({ error: { code: 'audit_unavailable' } })
  await holder.query('COMMIT')
  expect((await begin(access, { query: 'search=nora' })).export).toMatchObject({ state: 'running', pages: 0 })
  const recorded = await rowsOf(`SELECT 1 FROM activity WHERE kind = 'export' AND actor_email = $1`, [
    'between@example.no',
  ])
  expect([(await readExports(access)).exports.length, recorded.length]).toEqual([1, 1])
})
