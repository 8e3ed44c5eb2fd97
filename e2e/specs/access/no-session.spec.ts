import { readdirSync } from 'node:fs'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, signInOverHttp, test } from '../../fixtures'
import { type Row, rows } from './pages-and-routes'

/**
 * Every page and route on disk is requested without a session, with a forged cookie, by an auditor, and for an account
 * that is not configured. A page or route without a row in `pages-and-routes.ts` fails the test.
 */

const onDisk = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|\/)(page\.tsx|route\.ts)$/.test(file),
)
const address = (row: Row, account: string = accounts.test) => row.path.replace('{aid}', account)
const known = [people.nora.email, people.nora.phone_number, 'Bjørgum', 'Nordlys Sport']

test.use({ role: null })

test('every page and route has a row, and every row has a page or route', () => {
  expect(onDisk.sort()).toEqual(Object.keys(rows).sort())
})

const forged = ['x', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c', 'eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.']

for (const [file, row] of Object.entries(rows))
  test(`${file} without a session, with a forged cookie, and for an auditor`, async ({
    request,
    playwright,
    baseURL,
    states,
  }) => {
    for (const cookie of [null, ...forged])
      await test.step(cookie === null ? 'without a session' : `with the cookie ${cookie.slice(0, 24)}`, async () => {
        const headers: Record<string, string> = cookie === null ? {} : { cookie: `desk.session-token=${cookie}` }
        const response = await request.fetch(address(row), { method: row.method, headers, maxRedirects: 0 })
        const body = await response.text()
        for (const text of known) expect(body).not.toContain(text)
        if (row.kind === 'public') expect(response.status()).toBe(200)
        else if (row.kind === 'page') {
          expect(response.status()).toBe(307)
          expect(response.headers().location).toMatch(/^\/sign-in/)
        } else {
          expect(response.status()).toBe(401)
          const error = { code: 'unauthenticated', request_id: expect.any(String) }
          if (row.kind === 'route') expect(JSON.parse(body)).toMatchObject({ error })
        }
      })
    const storageState = await states('auditor')
    const auditor = await playwright.request.newContext({ baseURL, storageState })
    const response = await auditor.fetch(address(row), { method: row.method, maxRedirects: 0 })
    expect(response.status()).toBe(row.auditor)
    const body = await response.text()
    for (const text of known.slice(0, 3)) expect(body).not.toContain(text)
    await auditor.dispose()
  })

test('an account that is not configured gets the same answer as one that cannot exist', async ({
  playwright,
  baseURL,
}) => {
  const storageState = await signInOverHttp('admin@example.com')
  const request = await playwright.request.newContext({ baseURL, storageState })
  for (const row of Object.values(rows)) {
    if (row.unknownAccount === undefined) continue
    const bodies: string[] = []
    for (const account of ['P99999999', 'nonsense']) {
      const response = await request.fetch(address(row, account), { method: row.method })
      expect([row.path, response.status()]).toEqual([row.path, row.unknownAccount])
      if (row.kind === 'route') bodies.push((await response.text()).replace(/"request_id":"[^"]+"/, ''))
    }
    expect(new Set(bodies).size).toBeLessThanOrEqual(1)
  }
  await request.dispose()
})

for (const role of ['viewer', 'agent', 'admin'] as const)
  test(`every page and route answers a person with the role ${role}`, async ({ playwright, baseURL }) => {
    const storageState = await signInOverHttp(`${role}@example.com`)
    const request = await playwright.request.newContext({ baseURL, storageState })
    for (const [file, row] of Object.entries(rows)) {
      const status = (await request.fetch(address(row), { method: row.method })).status()
      expect([file, status]).toEqual([file, row[role] ?? (row.kind === 'keyed' ? 401 : 200)])
    }
    await request.dispose()
  })
