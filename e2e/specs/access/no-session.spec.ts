import { readdirSync } from 'node:fs'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, signInOverHttp, test } from '../../fixtures'

/**
 * Every page and route on disk is requested without a session, with a forged cookie, by an auditor, and for an account
 * that is not configured. A page or route without a row here fails the test.
 */
type Row = {
  /** A URL of the file; `{aid}` is an account. */
  path: string
  /** The request method, if it is not GET. */
  method?: 'POST' | 'PATCH' | 'PUT'
  /** Public: answers everybody. Page: redirects to sign-in. Route: 401. Keyed: 401 without its own key. */
  kind: 'public' | 'page' | 'route' | 'keyed'
  /** The status for an auditor, who may see no customers. */
  auditor: number
  unknownAccount?: number
  /** The status for the other roles, if it is not 200. */
  viewer?: number
  agent?: number
  admin?: number
}

const id = people.nora.customer_id
const views = '/api/accounts/{aid}/views'
const viewId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const exportPath = '/api/accounts/{aid}/exports/3f2a6c1e-9d4b-4c57-8a10-6b7e5d2f9c81'
/** A call that changes something: the request of this test has no body and comes from no page of ours. */
const withoutBody = {
  kind: 'route',
  viewer: 403,
  agent: 403,
  admin: 403,
  auditor: 403,
  unknownAccount: 404,
} as const

/** A route that an auditor may not use. */
const ofCustomers = { kind: 'route', auditor: 403, unknownAccount: 404 } as const
/** A route of those who see the activity. */
const ofActivity = { kind: 'route', viewer: 403, agent: 403, auditor: 200, unknownAccount: 404 } as const
const rows: Record<string, Row> = {
  'page.tsx': { path: '/', kind: 'page', auditor: 307 },
  'sign-in/page.tsx': { path: '/sign-in', kind: 'public', auditor: 200 },
  'person-changed/page.tsx': { path: '/person-changed', kind: 'public', auditor: 200 },
  '[accountId]/page.tsx': { path: '/{aid}', kind: 'page', auditor: 307, unknownAccount: 404 },
  '[accountId]/customers/page.tsx': {
    path: '/{aid}/customers?search=nora',
    kind: 'page',
    auditor: 200,
    unknownAccount: 404,
  },
  '[accountId]/customers/[customerId]/page.tsx': {
    path: `/{aid}/customers/${id}`,
    kind: 'page',
    auditor: 200,
    unknownAccount: 404,
  },
  '[accountId]/activity/page.tsx': { path: '/{aid}/activity', kind: 'page', auditor: 200, unknownAccount: 404 },
  '[accountId]/[...rest]/page.tsx': {
    path: '/{aid}/nothing',
    kind: 'page',
    viewer: 404,
    agent: 404,
    admin: 404,
    auditor: 404,
    unknownAccount: 404,
  },
  '[accountId]/sessions/page.tsx': { path: '/{aid}/sessions', kind: 'page', auditor: 200, unknownAccount: 404 },
  'api/health/live/route.ts': { path: '/api/health/live', kind: 'public', auditor: 200 },
  'api/health/ready/route.ts': { path: '/api/health/ready', kind: 'public', auditor: 200 },
  'api/metrics/route.ts': { path: '/api/metrics', kind: 'keyed', auditor: 401 },
  'api/auth/[...nextauth]/route.ts': { path: '/api/auth/csrf', kind: 'public', auditor: 200 },
  'api/[...rest]/route.ts': {
    path: '/api/accounts/{aid}/nothing',
    kind: 'route',
    viewer: 404,
    agent: 404,
    admin: 404,
    auditor: 404,
    unknownAccount: 404,
  },
  'api/accounts/[accountId]/customers/route.ts': { path: '/api/accounts/{aid}/customers', ...ofCustomers },
  'api/accounts/[accountId]/customers-total/route.ts': { path: '/api/accounts/{aid}/customers-total', ...ofCustomers },
  'api/accounts/[accountId]/customers/[customerId]/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/tags/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/tags`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers-changed/route.ts': {
    path: '/api/accounts/{aid}/customers-changed?changed_at=2023-02-14T03:00:00Z',
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers-deleted/route.ts': {
    path: '/api/accounts/{aid}/customers-deleted',
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/tokens/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/tokens`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/communication/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/communication`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/contacts/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/contacts`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/contact-for/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/contact-for`,
    ...ofCustomers,
  },
  // Roles that see everything have nothing to reveal.
  'api/accounts/[accountId]/customers/[customerId]/reveals/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/reveals`,
    method: 'POST',
    ...withoutBody,
  },
  'api/accounts/[accountId]/customers/[customerId]/raw/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/raw`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers-former/route.ts': {
    path: '/api/accounts/{aid}/customers-former?was=S-OLD-7',
    kind: 'route',
    viewer: 403,
    auditor: 403,
    unknownAccount: 404,
  },
  'api/accounts/[accountId]/activity/route.ts': { path: '/api/accounts/{aid}/activity', ...ofActivity },
  'api/accounts/[accountId]/activity-export/route.ts': { path: '/api/accounts/{aid}/activity-export', ...ofActivity },
  'api/accounts/[accountId]/sessions/route.ts': {
    path: '/api/accounts/{aid}/sessions',
    kind: 'route',
    auditor: 200,
    unknownAccount: 404,
  },
  'api/accounts/[accountId]/exports/route.ts': { path: '/api/accounts/{aid}/exports', ...ofCustomers, viewer: 403 },
  'api/accounts/[accountId]/exports/[exportId]/route.ts': { path: exportPath, method: 'PATCH', ...withoutBody },
  'api/accounts/[accountId]/exports/[exportId]/file/route.ts': {
    path: `${exportPath}/file`,
    method: 'POST',
    ...withoutBody,
  },
  'api/accounts/[accountId]/preferences/route.ts': {
    path: '/api/accounts/{aid}/preferences',
    method: 'PATCH',
    ...withoutBody,
  },
  'api/accounts/[accountId]/sessions/end/route.ts': {
    path: '/api/accounts/{aid}/sessions/end',
    method: 'POST',
    ...withoutBody,
  },
  'api/accounts/[accountId]/views/route.ts': { path: views, ...ofCustomers },
  'api/accounts/[accountId]/views/[viewId]/route.ts': { path: `${views}/${viewId}`, method: 'PATCH', ...withoutBody },
  'api/accounts/[accountId]/views/default/route.ts': { path: `${views}/default`, method: 'PUT', ...withoutBody },
  'api/accounts/[accountId]/terms/[termId]/route.ts': {
    path: `/api/accounts/{aid}/terms/${people.nora.term.id}`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/settings/route.ts': { path: '/api/accounts/{aid}/settings', ...ofCustomers },
  'api/accounts/[accountId]/tags/route.ts': { path: '/api/accounts/{aid}/tags', ...ofCustomers },
}

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
