import { beforeEach, expect, it } from 'vitest'
import { permissions } from '@/lib/access'
import { maskText } from '@/lib/customers/model/masked'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import {
  begin,
  download,
  idsOf,
  listedIds,
  makePages,
  onlyExport,
  oslo,
  signedIn,
} from '@/lib/server/customers/export/exports-for-tests'
import { beginExport, changeExport, readExports } from '@/lib/server/customers/export/own-exports'
import { sendExport } from '@/lib/server/customers/export/send-export'
import { deleteExpired } from '@/lib/server/customers/export/turns'
import { queryConfigured as rowsOf, upstreamForTests } from '@/lib/server/database/configure-for-tests'

/** What a person does with exports, on a real database and the sandbox: begin, pause, sign out, download, and what is recorded. */

// The pace of an export decides how long it takes, and nothing else.
const sandbox = upstreamForTests(startForTests, { EXPORT_CALLS_PER_MINUTE: '1000000' })
beforeEach(async () => {
  await rowsOf('DELETE FROM exports')
})

const events = (email: string) =>
  rowsOf(`SELECT customers, filters, rows, note FROM activity WHERE kind = 'export' AND actor_email = $1 ORDER BY id`, [
    email,
  ])

it('lists every customer once, and records query, columns, reason and each id before the file leaves', async () => {
  const access = await signedIn('all@example.no')
  const { export: begun, is_new } = await begin(access, { query: 'type=company&limit=10', total: 12 })
  expect([begun.state, is_new, begun.total]).toEqual(['running', true, 12])
  await makePages()
  const ready = await onlyExport(access)
  expect([ready.state, ready.problem]).toEqual(['ready', null])
  const csv = await download(access, ready.id)
  const ids = idsOf(csv)
  const companies = await listedIds(sandbox(), 'type=company')
  expect(ids.length).toBe(ready.rows)
  expect(ids.toSorted()).toEqual(companies)
  const [start, ...sent] = await events('all@example.no')
  expect([start.customers, start.note]).toEqual([[], 'list for the store'])
  expect(sent.flatMap(({ customers }) => customers).toSorted()).toEqual(companies)
  for (const { filters } of [start, ...sent])
    expect(filters).toEqual(
      expect.arrayContaining([
        { name: 'type', value: 'company' },
        { name: 'columns', value: expect.stringContaining('name,customer_id,type') },
        { name: 'format', value: 'csv' },
      ]),
    )
  // It is gone, and so are its rows.
  await expect(sendExport(access, ready.id)).rejects.toMatchObject({ error: { code: 'not_found' } })
  expect(await rowsOf('SELECT 1 FROM export_pages')).toEqual([])
  expect((await readExports(access)).exports).toEqual([])
})

it('keeps nothing of a customer but ids readable in the database, nor of the query', async () => {
  const access = await signedIn('rest@example.no')
  await begin(access, { query: 'search=nora' })
  await makePages()
  expect((await onlyExport(access)).rows).toBeGreaterThan(0)
  const text = JSON.stringify(await rowsOf('SELECT e, p.cells FROM exports e, export_pages p')).replaceAll(
    'rest@example.no',
    '',
  )
  expect(text).not.toMatch(/@|nora|\+47/i)
})

it('ends where a page was altered, and says so', async () => {
  const access = await signedIn('key@example.no')
  await begin(access, { query: 'search=nora' })
  await makePages()
  const { id } = await onlyExport(access)
  await rowsOf(`UPDATE export_pages SET cells = 'x' || substr(cells, 2)`)
  await expect(sendExport(access, id)).rejects.toMatchObject({ error: { code: 'not_found' } })
  expect(await onlyExport(access)).toMatchObject({ state: 'stopped', problem: 'key_changed' })
  expect(await rowsOf('SELECT 1 FROM export_pages')).toEqual([])
})

it('a page that is moved to another export does not open', async () => {
  const access = await signedIn('moved@example.no')
  await begin(access, { query: 'search=nora' })
  await begin(access, { query: 'search=kari' })
  await makePages()
  const [one, other] = (await readExports(access)).exports
  await rowsOf(
    'UPDATE export_pages SET cells = (SELECT cells FROM export_pages WHERE export_id = $1) WHERE export_id = $2',
    [one?.id, other?.id],
  )
  await expect(sendExport(access, String(other?.id))).rejects.toMatchObject({ error: { code: 'not_found' } })
})

it('the same export of a person is begun once, in any number of requests at a time', async () => {
  const access = await signedIn('twice@example.no')
  const answers = await Promise.all([1, 2, 3, 4].map(() => begin(access)))
  expect(answers.filter(({ is_new }) => is_new)).toHaveLength(1)
  expect(new Set(answers.map((answer) => answer.export.id)).size).toBe(1)
  expect((await begin(access, { format: 'xlsx' })).is_new).toBe(true)
  expect((await begin(access, { columns: ['email'] })).is_new).toBe(true)
  await expect(begin(access, { columns: ['phone'] })).rejects.toMatchObject({ error: { code: 'rate_limited' } })
  expect((await begin(await signedIn('other@example.no'))).is_new).toBe(true)
})

it('pauses, goes on and is removed by its person alone', async () => {
  const access = await signedIn('pause@example.no')
  const stranger = await signedIn('stranger@example.no')
  const { id } = (await begin(access)).export
  await makePages(2)
  await changeExport(access, id, 'pause')
  await makePages()
  expect(await onlyExport(access)).toMatchObject({ state: 'paused', pages: 2, rows: 200 })
  for (const action of ['pause', 'continue', 'cancel'] as const)
    await expect(changeExport(stranger, id, action)).rejects.toMatchObject({ error: { code: 'not_found' } })
  await changeExport(access, id, 'continue')
  await makePages(1)
  expect(await onlyExport(access)).toMatchObject({ state: 'running', pages: 3, rows: 300 })
  await expect(sendExport(access, id)).rejects.toMatchObject({ error: { code: 'not_found' } })
  await changeExport(access, id, 'cancel')
  expect((await readExports(access)).exports).toEqual([])
  expect(await rowsOf('SELECT 1 FROM export_pages')).toEqual([])
})

it('holds masked values where the role sees them masked, by the mask of the list', async () => {
  const ofViewer = permissions.viewer as unknown as string[]
  ofViewer.push('customers:export')
  try {
    const access = await signedIn('masked@example.no', 'viewer')
    await begin(access, { query: 'type=company', columns: ['name', 'customer_id', 'email', 'phone', 'place'] })
    await makePages()
    const csv = await download(access, (await onlyExport(access)).id)
    expect(idsOf(csv).toSorted()).toEqual(await listedIds(sandbox(), 'type=company'))
    expect(csv.toString()).toContain(`;"${maskText}";"${maskText}";`)
    expect(csv.toString()).not.toMatch(/@|\+47/)
  } finally {
    ofViewer.pop()
  }
})

it('is refused to the roles that may not export, and downloaded in the role that has begun it', async () => {
  for (const role of ['viewer', 'auditor'] as const) {
    const access = await signedIn(`${role}@example.no`, role)
    await expect(begin(access)).rejects.toMatchObject({ error: { code: 'forbidden' } })
    await expect(readExports(access)).rejects.toMatchObject({ error: { code: 'forbidden' } })
    await expect(sendExport(access, '3f2a6c1e-9d4b-4c57-8a10-6b7e5d2f9c81')).rejects.toMatchObject({
      error: { code: 'forbidden' },
    })
  }
  const access = await signedIn('raised@example.no')
  await begin(access, { query: 'search=nora' })
  await makePages()
  const { id } = await onlyExport(access)
  const raised = { ...access, viewer: { ...access.viewer, role: 'admin' as const } }
  await expect(sendExport(raised, id)).rejects.toMatchObject({ error: { code: 'forbidden' } })
  expect(await onlyExport(access)).toMatchObject({ state: 'stopped', problem: 'not_allowed' })
})

it('is removed when its time is over, and not downloaded any more', async () => {
  const access = await signedIn('late@example.no')
  await begin(access, { query: 'search=nora' })
  await makePages()
  const { id } = await onlyExport(access)
  await rowsOf(`UPDATE exports SET expires_at = now() - interval '1 second'`)
  await expect(sendExport(access, id)).rejects.toMatchObject({ error: { code: 'not_found' } })
  await deleteExpired()
  expect(await rowsOf('SELECT 1 FROM exports')).toEqual([])
  expect(await rowsOf('SELECT 1 FROM export_pages')).toEqual([])
})

it('is ready again where the connection broke, and what had left is recorded', async () => {
  const access = await signedIn('broken@example.no')
  await begin(access, { query: 'search=nora' })
  await makePages()
  const { id, rows } = await onlyExport(access)
  const { content } = await sendExport(access, id)
  const reader = content.getReader()
  await reader.read()
  await expect(sendExport(access, id)).rejects.toMatchObject({ error: { code: 'not_found' } })
  await reader.cancel()
  expect((await onlyExport(access)).state).toBe('ready')
  expect(idsOf(await download(access, id))).toHaveLength(rows)
  expect((await events('broken@example.no')).map((event) => event.customers.length)).toEqual([0, rows, rows])
})

it('lists what changed since an instant once, though the pages overlap', async () => {
  const access = await signedIn('changes@example.no')
  await begin(access, { query: 'since_datetime=2020-01-01T00:00:00Z' })
  await makePages(5)
  const [row] = await rowsOf(
    'SELECT count(*)::int AS n, count(DISTINCT c)::int AS d FROM export_pages, unnest(customers) c',
  )
  expect(row.n).toBeGreaterThan(300)
  expect(row.d).toBe(row.n)
})

it('says how many customers of one instant no page can list, in a row of its own', async () => {
  const access = await signedIn('unlisted@example.no')
  await begin(access, { query: 'since_datetime=2023-02-14T03:00:00Z&type=any' })
  await makePages(2)
  await rowsOf(`UPDATE exports SET state = 'ready'`)
  const csv = (await download(access, (await onlyExport(access)).id)).toString()
  expect(csv.trimEnd().split('\r\n').at(-1)).toMatch(
    /^"500 more customers changed at the same time and aren’t listed\. 14 Feb 2023 04:00:00\. .* continues after them\."[;"]+$/,
  )
})

it.each([
  ['a query that is not one', { query: 'type=nobody' }, 'type'],
  ['an unknown parameter', { query: 'colour=red' }, 'colour'],
])('refuses %s, and names it', async (_, given, field) => {
  const access = await signedIn('wrong@example.no')
  await expect(begin(access, given)).rejects.toMatchObject({ error: { code: 'invalid_query', field } })
  expect(await rowsOf('SELECT 1 FROM exports')).toEqual([])
})

it('writes in the language and the zone of the person', async () => {
  const access = await signedIn('norsk@example.no')
  const request = { query: 'search=nora', columns: ['name', 'created', 'attribute:club', 'consent:push'] }
  await beginExport(
    access,
    { ...request, format: 'csv', reason: 'liste til butikken', total: null },
    { ...oslo, locale: 'nb' },
  )
  await makePages()
  const csv = (await download(access, (await onlyExport(access)).id)).toString()
  expect(csv.split('\r\n')[0]).toBe('\uFEFF"Navn";"Opprettet (Europe/Oslo)";"club";"Samtykke: App-varsel"')
  expect(csv.split('\r\n')[1]).toMatch(/^"[^"]+";"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d";/)
})
