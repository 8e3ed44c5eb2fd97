import { beforeEach, expect, it, vi } from 'vitest'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { endSession } from '@/lib/server/auth/sessions'
import { begin, makePages, onlyExport, signedIn } from '@/lib/server/customers/export/exports-for-tests'
import { changeExport } from '@/lib/server/customers/export/own-exports'
import { queryConfigured as rowsOf, upstreamForTests } from '@/lib/server/database/configure-for-tests'

/** What an export waits for, and what ends it: its person, Dintero, the database. */

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
  await rowsOf(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`)
  await rowsOf('CREATE TRIGGER no_room BEFORE INSERT ON export_pages FOR EACH ROW EXECUTE FUNCTION no_room()')
  await makePages(1)
  expect(await onlyExport(access)).toMatchObject({ state: 'running', problem: 'database', pages: 1, rows: 100 })
  await rowsOf('DROP TRIGGER no_room ON export_pages')
  await rowsOf('UPDATE exports SET due_at = now()')
  await makePages(1)
  expect(await onlyExport(access)).toMatchObject({ state: 'running', problem: null, pages: 2, rows: 200 })
})
