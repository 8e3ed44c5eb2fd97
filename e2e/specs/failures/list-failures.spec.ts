import type { Page } from '@playwright/test'
import type { Fault } from '../../../lib/sandbox/control/fault'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, expectRows, open, searchBox, test } from '../../fixtures'
import { amounts } from '../../nightly/amounts'
import { withoutAutomaticRetries } from '../../retries'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`
const users = '/customers/users'

test.afterEach(() => sandbox.faults([]))

/** Next has one of its own, for screen readers. */
const alerts = (page: Page) => page.getByRole('main').getByRole('alert')

type Trouble = { name: string; fault: Omit<Fault, 'match'>; status: number; code: string; title: string }
const unavailable = { status: 503, code: 'upstream_unavailable', title: 'Dintero isn’t responding.' }
const invalid = {
  status: 502,
  code: 'upstream_invalid',
  title: 'Dintero sent an answer we can’t read.',
}

const troubles: Trouble[] = [
  { name: 'no answer', fault: { kind: 'reset' }, ...unavailable },
  { name: 'an answer that does not come', fault: { kind: 'delay', ms: 10_000 }, ...unavailable },
  { name: '500', fault: { kind: 'status', status: 500 }, ...unavailable },
  { name: '503', fault: { kind: 'status', status: 503 }, ...unavailable },
  {
    name: '401',
    fault: { kind: 'status', status: 401 },
    status: 502,
    code: 'upstream_unauthorized',
    title: 'Dintero rejected our sign-in.',
  },
  {
    name: '403',
    fault: { kind: 'status', status: 403 },
    status: 502,
    code: 'upstream_forbidden',
    title: 'Dintero denied access.',
  },
  {
    name: '429',
    fault: { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
    status: 503,
    code: 'upstream_rate_limited',
    title: 'Dintero is asking us to slow down.',
  },
  { name: 'HTML', fault: { kind: 'html' }, ...invalid },
  { name: 'another content type', fault: { kind: 'content-type', value: 'text/plain' }, ...invalid },
  { name: 'half an answer', fault: { kind: 'truncated' }, ...invalid },
  { name: 'a connection that breaks in the middle', fault: { kind: 'reset-body' }, ...invalid },
]

/** The first fault of each title. The others have the same code, as the table of faults in the unit tests shows. */
const ofEachTitle = troubles.filter(({ title }, at) => troubles.findIndex((one) => one.title === title) === at)

for (const { name, fault, status, code, title } of amounts.everyFault ? troubles : ofEachTitle)
  test(`${name}: the right code, and the rows that were there stay`, async ({ page, request, watch }) => {
    watch.expectOnConsole(/50\d/)
    const isRetried = code === 'upstream_rate_limited'
    if (!isRetried) await withoutAutomaticRetries(page)
    await open(page, list)
    const before = (await sandbox.list()).rows
    await expectRows(page, before)
    await sandbox.faults([{ match: users, ...fault }])

    const response = await request.get(`/api/accounts/${accounts.test}/customers?search=kari`)
    expect(response.status()).toBe(status)
    const { error } = (await response.json()) as { error: Record<string, unknown> }
    expect(error).toMatchObject({ code, message: expect.any(String), request_id: expect.any(String) })
    if (isRetried) expect(response.headers()['retry-after']).toBe('2')
    if (code === 'upstream_forbidden') expect(error.scope).toBe('read:customers')

    await searchBox(page).fill('kari')
    await page.keyboard.press('Enter')
    const strip = page.getByRole('alert').filter({ hasText: title })
    await expect(strip).toContainText('These rows are from')
    await expect(page.locator('tbody tr')).toHaveCount(before.length)
    await expect(page.getByRole('link', { name: 'Nora Bjørgum' })).toBeVisible()
    await expect(searchBox(page)).toHaveValue('kari')

    await sandbox.faults([])
    // If Dintero sends a Retry-After, the app waits for it and then retries automatically.
    if (!isRetried) await strip.getByRole('button', { name: /^Try (again|now)$/ }).click()
    await expect(strip).toBeHidden({ timeout: 20_000 })
    await expectRows(page, (await sandbox.list({ search: 'kari' })).rows)
  })

test('an endless answer is aborted by size or by time', async ({ request }) => {
  await sandbox.faults([{ match: users, kind: 'endless' }])
  // Playwright's own timeout of a request ends it where the app does not.
  const response = await request.get(`/api/accounts/${accounts.test}/customers`)
  expect([502, 503]).toContain(response.status())
})

test('the strip over old rows reads well, light and dark, and on a phone', async ({ page, watch }) => {
  watch.expectOnConsole(/503/)
  await open(page, `${list}?limit=10`)
  await expect(page.getByText(/^1–10 of/)).toBeVisible()
  await sandbox.faults([{ match: users, kind: 'status', status: 500 }])
  await page.getByRole('button', { name: /^Next/ }).click()
  await expect(alerts(page)).toContainText('These rows are from')
  await expect(page.getByText(/^1–10 of/)).toBeVisible()
  await searchBox(page).fill('kari')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/search=kari/)
  await expect(alerts(page)).toContainText('These rows are from')
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, 'color-contrast')
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('a token that Dintero ended early is replaced without a visible failure', async ({ page }) => {
  await open(page, list)
  // Asked before, or the fault might strike this call and not the app's.
  const { rows } = await sandbox.list({ search: 'nora' })
  await sandbox.forget()
  await sandbox.faults([{ match: users, kind: 'token-expired', times: 1 }])
  await searchBox(page).fill('nora')
  await page.keyboard.press('Enter')
  await expectRows(page, rows)
  await expect(alerts(page)).toHaveCount(0)
  const tokens = (await sandbox.requests()).filter(({ path }) => path.endsWith('/auth/token'))
  expect(tokens).toHaveLength(1)
})

test('without a token the rows stay and health reports no, and a new token restores everything', async ({
  page,
  request,
  watch,
}) => {
  watch.expectOnConsole(/503/)
  await withoutAutomaticRetries(page)
  await open(page, list)
  await sandbox.faults([
    { match: '', kind: 'token-down' },
    { match: users, kind: 'token-expired', times: 1 },
  ])
  const response = await request.get(`/api/accounts/${accounts.test}/customers`)
  expect([response.status(), (await response.json()).error.code]).toEqual([503, 'upstream_unavailable'])
  await searchBox(page).fill('nora')
  await page.keyboard.press('Enter')
  await expect(alerts(page)).toContainText('Dintero isn’t responding.')
  await expect.poll(async () => (await request.get('/api/health/ready')).status(), { timeout: 12_000 }).toBe(503)
  await sandbox.faults([])
  await page.getByRole('button', { name: 'Try now' }).click()
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
})

test('the page of a record that fails shows its own screen, and recovers', async ({ page, watch }) => {
  watch.expectOnConsole(/50\d/)
  await withoutAutomaticRetries(page)
  await sandbox.faults([{ match: `${users}/K-214907`, kind: 'reset' }])
  await open(page, `${list}/K-214907`)
  await expect(page.getByRole('heading', { level: 1, name: 'Dintero isn’t responding.' })).toBeVisible()
  await expectAccessible(page)
  await sandbox.faults([])
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nora Bjørgum' })).toBeVisible()
})

test('a first load that fails shows its own screen, and recovers', async ({ page, watch }) => {
  watch.expectOnConsole(/50\d/)
  await withoutAutomaticRetries(page)
  await sandbox.faults([{ match: users, kind: 'status', status: 500 }])
  await open(page, list)
  await expect(page.getByRole('heading', { name: 'Dintero isn’t responding.' })).toBeVisible()
  // React streams it hidden, outside of main, and moves it to its place.
  await expect(page.getByRole('main').getByText(/^Request [\w-]{36}$/)).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  await expectAccessible(page)
  await sandbox.faults([])
  await page.getByRole('button', { name: 'Try now' }).click()
  await expectRows(page, (await sandbox.list()).rows)
})

test('a record that fails still shows its values from the list', async ({ page, watch }) => {
  watch.expectOnConsole(/50\d/)
  await open(page, list)
  await sandbox.faults([{ match: `${users}/K-214907`, kind: 'status', status: 500 }])
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('nora.bjorgum@example.no')).toBeVisible()
  await expect(dialog.getByText('Dintero isn’t responding.', { exact: true })).toBeVisible()
  await expect(dialog.getByText('Couldn’t load tags.')).toBeVisible()
  await expectAccessible(page)
})

test('a customer that breaks the contract is reported with its id, and the others stay', async ({ page, request }) => {
  await sandbox.faults([{ match: users, kind: 'broken-customer' }])
  const body = (await (await request.get(`/api/accounts/${accounts.test}/customers`)).json()) as {
    customers: unknown[]
    unreadable: { id: string; customer_id: string; reason: string }[]
  }
  expect([body.customers.length, body.unreadable.length]).toEqual([24, 1])
  await open(page, list)
  await expect(page.locator('tbody tr')).toHaveCount(24)
  await expect(page.getByRole('status').filter({ hasText: '1 customer has invalid data' })).toContainText(
    body.unreadable[0]?.customer_id ?? '',
  )
  await expectAccessible(page)
})
