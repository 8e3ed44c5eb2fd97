import { readFile } from 'node:fs/promises'
import { type Page, request } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, type RoleName, type StorageState, searchBox, test } from '../../fixtures'
import { appUrl } from '../../servers'
import { query } from '../../sessions'

const list = `/${accounts.test}/customers`
const activity = `/${accounts.test}/activity`
const nora = people.nora.customer_id

const rows = (page: Page) => page.locator('tr[data-event]')
const row = (page: Page, text: RegExp) => rows(page).filter({ hasText: text }).first()

/** Returns the number of audit events of a kind by a person. */
const recorded = async (kind: string, email: string) => {
  const found = await query<{ count: number }>(
    'SELECT count(*)::int AS count FROM activity WHERE kind = $1 AND actor_email = $2',
    [kind, email],
  )
  return found[0]?.count ?? 0
}

/** Opens the nth customer several times as an agent, in an account that only this test uses; returns its id. */
async function look(states: (role: RoleName) => Promise<StorageState>, nth: number, count: number): Promise<string> {
  const agent = await request.newContext({ baseURL: appUrl, storageState: await states('agent') })
  const customers = `/api/accounts/${accounts.production}/customers`
  const page: { customers: { customer_id: string }[] } = await (await agent.get(`${customers}?limit=100`)).json()
  const id = page.customers[nth]?.customer_id ?? ''
  for (let one = 0; one < count; one += 1)
    expect((await agent.get(`${customers}/${encodeURIComponent(id)}`)).status()).toBe(200)
  await agent.dispose()
  return id
}
const quiet = `/${accounts.production}/activity`
const openedIds = (page: Page) => rows(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-event')))

test.describe('an agent looks', () => {
  test.use({ role: 'agent' })

  test('and an admin sees the person, the action and the customer', async ({ page, browser, states, baseURL }) => {
    await open(page, list)
    await searchBox(page).fill('nora')
    await searchBox(page).press('Enter')
    await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
    await expect(page.getByText('Gullmedlem')).toBeVisible()

    const context = await browser.newContext({ baseURL, storageState: await states('admin') })
    const admin = await context.newPage()
    await open(admin, `${activity}?person=agent@example.com&customer=${nora}`)
    const opened = row(admin, /Opened/)
    await expect(opened).toContainText('Ingrid Solberg')
    await expect(opened).toContainText('Agent')
    await expect(opened.getByRole('link', { name: nora })).toHaveAttribute('href', `${list}/${nora}`)
    const searched = row(admin, /Searched.*search [0-9a-f]{16}/)
    await expect(searched).toContainText('Ingrid Solberg')
    await expect(searched).not.toContainText('nora')
    const several = rows(admin)
      .filter({ hasText: /\d+ customers/ })
      .first()
    await several.getByText(/\d+ customers/).click()
    await expect(several.getByRole('link').first()).toBeVisible()
    await context.close()
  })

  test('and sees no activity: no page, no link and no section of a record', async ({ page }) => {
    await open(page, `${list}/${nora}`)
    await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Activity' })).toHaveCount(0)
    await open(page, activity)
    await expect(page.getByRole('heading', { name: 'You may not see the activity of this account' })).toBeVisible()
    await page.getByRole('link', { name: /Go to customers/ }).click()
    await expect(page).toHaveURL(new RegExp(`${list}$`))
  })
})

test.describe('an auditor', () => {
  test.use({ role: 'auditor' })

  test('starts on the activity page, and has no link to customers', async ({ page }) => {
    await open(page, '/')
    await expect(page).toHaveURL(/\/activity$/)
    await expect(page.getByRole('link', { name: 'Activity', exact: true })).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('link', { name: 'Customers' })).toHaveCount(0)
    await open(page, `${activity}?customer=${nora}`)
    await expect(page.locator('main a[href*="/customers"]')).toHaveCount(0)
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await expect(page).toHaveURL(new RegExp(activity))
    await open(page, list)
    await page.getByRole('link', { name: /Go to activity/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
  })

  test('also appears in the audit log, for the page and for its filters', async ({ page }) => {
    const before = await recorded('activity', 'auditor@example.com')
    await open(page, activity)
    expect(await recorded('activity', 'auditor@example.com')).toBeGreaterThan(before)
    await open(page, `${activity}?kind=activity`)
    await expect(row(page, /Read activity/)).toContainText('Solveig Åsen')
  })

  test('filters by person, customer, kind and time, and the URL contains the filters', async ({ page, states }) => {
    const customer_id = await look(states, 41, 3)
    await open(page, quiet)
    await page.getByRole('button', { name: 'Person' }).click()
    await page.getByLabel('Email of the person').fill('agent@example.com')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page).toHaveURL(/person=agent@example\.com/)
    await expect(rows(page).filter({ hasNotText: 'Ingrid Solberg' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Customer' }).click()
    await page.getByLabel('Customer id').fill(customer_id)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`customer=${customer_id}`))
    await page.getByRole('button', { name: 'Kind' }).click()
    await page.getByRole('menuitemradio', { name: 'Opened' }).click()
    await expect(page).toHaveURL(/kind=open/)
    await expect(rows(page)).toHaveCount(3)
    await page.getByRole('button', { name: 'Time' }).click()
    await page.getByRole('button', { name: 'last 7 days' }).click()
    await expect(page.getByRole('button', { name: /^Time last 7 days/ })).toBeVisible()
    await page.reload()
    await expect(rows(page)).toHaveCount(3)
    await page.getByRole('button', { name: 'Remove Time' }).click()
    await page.getByRole('button', { name: 'Time', exact: true }).click()
    await page.getByLabel(/^From/).fill('2001-01-01T00:00')
    await page.getByLabel(/^Before/).fill('2001-01-02T00:00')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Nothing recorded matches' })).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: 'Clear' }).first().click()
    await expect(page).toHaveURL(new RegExp(`${quiet}$`))
  })

  test('pages by button, key, Back and after a reload', async ({ page, states }) => {
    const customer_id = await look(states, 46, 120)
    await open(page, `${quiet}?customer=${customer_id}&kind=open`)
    const first = await openedIds(page)
    await expect(page.getByText('1–50', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: /^Next/ }).click()
    await expect(page.getByText('51–100', { exact: true })).toBeVisible()
    await expect.poll(() => openedIds(page)).not.toEqual(first)
    const second = await openedIds(page)
    await page.keyboard.press(']')
    await expect(rows(page)).toHaveCount(20)
    await expect(page.getByText('101–120', { exact: true })).toBeVisible()
    expect(new Set([...first, ...second, ...(await openedIds(page))]).size).toBe(120)
    await page.reload()
    await page.locator('html[data-ready]').waitFor()
    await page.keyboard.press('[')
    await expect.poll(() => openedIds(page)).toEqual(second)
    await page.goBack()
    await expect(rows(page)).toHaveCount(20)
    await page.getByRole('button', { name: 'First' }).click()
    await expect.poll(() => openedIds(page)).toEqual(first)
    await expect(page.getByRole('button', { name: /^Previous/ })).toBeDisabled()
  })

  test('sees when the chain was last checked, and whether it was intact', async ({ page }) => {
    const found = `INSERT INTO activity_checks VALUES (1, now(), $1) ON CONFLICT (one) DO UPDATE SET unbroken = $1`
    for (const [unbroken, text] of [
      [false, /^Chain broken, checked /],
      [true, /^Chain unbroken, checked /],
    ] as const) {
      await query(found, [unbroken])
      await open(page, activity)
      await expect(page.getByText(text)).toBeVisible()
    }
    await expectAccessible(page)
  })

  test('exports it as CSV, which appears in the audit log', async ({ page, states }) => {
    const customer_id = await look(states, 42, 60)
    await open(page, `${quiet}?customer=${customer_id}&kind=open`)
    const before = await recorded('export', 'auditor@example.com')
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Export' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe(`activity-${accounts.production}.csv`)
    const text = await readFile(await download.path(), 'utf8')
    expect(text.startsWith('\uFEFF"time","person","email",')).toBe(true)
    const lines = text.trimEnd().split('\r\n').slice(1)
    expect(lines).toHaveLength(60)
    for (const line of lines)
      expect(line).toMatch(
        /^"\d{4}-[^"]+Z","Ingrid Solberg","agent@example.com","agent","open","P\d{8}","[^"]+","","1","","[0-9a-f-]{36}","\d+","","","","[a-z-]*",""$/,
      )
    await expect.poll(() => recorded('export', 'auditor@example.com')).toBeGreaterThan(before)
    const answer = await page.request.get(`/api/accounts/${accounts.production}/activity-export?kind=export`)
    expect(answer.headers()).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' })
  })

  test('sees a table on a wide screen and cards on a phone, in both themes', async ({ page, states }) => {
    const customer_id = await look(states, 43, 3)
    await page.request.get(`/api/accounts/${accounts.production}/customers/${customer_id}`)
    for (const width of [1440, 390])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 844 })
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await open(page, `${quiet}?customer=${customer_id}`)
        await expect(row(page, /Refused/)).toContainText('role auditor lacks customers:read')
        await expectAccessible(page)
      }
    await page.getByRole('button', { name: /Solveig/ }).click()
    await expect(page.getByRole('menuitem', { name: 'Activity' })).toBeVisible()
  })

  test('still sees the old rows when the audit log cannot be read', async ({ page, watch, states }) => {
    watch.expectOnConsole(/503/)
    const customer_id = await look(states, 44, 2)
    await open(page, `${quiet}?customer=${customer_id}`)
    const shown = await rows(page).count()
    await page.route('**/api/accounts/*/activity?*', (route) =>
      route.fulfill({
        status: 503,
        json: { error: { code: 'audit_unavailable', message: '', request_id: 'r-1' } },
      }),
    )
    await page.getByRole('button', { name: 'Kind' }).click()
    await page.getByRole('menuitemradio', { name: 'Opened' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('The record of reads cannot be written.')
    await expect(rows(page)).toHaveCount(shown)
    await page.unroute('**/api/accounts/*/activity?*')
    await page.getByRole('button', { name: 'Try now' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  })
})

test.describe('an admin', () => {
  test.use({ role: 'admin' })

  test('sees in a record who has viewed it, when that section comes into view', async ({ page, states }) => {
    const requestedUrls: string[] = []
    page.on('request', (sent) => sent.url().includes('/activity?') && requestedUrls.push(sent.url()))
    const of = await look(states, 45, 60)
    await open(page, `/${accounts.production}/customers/${of}`)
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Activity' }).click()
    const section = page.getByRole('region', { name: 'Activity' })
    await expect(section.getByRole('row', { name: /Marte Lund Opened/ }).first()).toBeVisible()
    expect(requestedUrls).toHaveLength(1)
    await section.getByRole('button', { name: 'Show more' }).click()
    await expect(section.getByRole('row', { name: /Ingrid Solberg Opened/ }).nth(50)).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(section).toBeHidden()
  })

  test('g a opens the activity and g c opens the customers', async ({ page }) => {
    await open(page, list)
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
    await expect(page).toHaveTitle('Customer Desk')
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await expect(page).toHaveURL(new RegExp(`${list}$`))
  })
})

test.describe('in Norwegian', () => {
  test.use({ role: 'auditor', locale: 'nb-NO' })

  test('the activity is shown in Norwegian', async ({ page, states }) => {
    const customer_id = await look(states, 47, 1)
    await open(page, `${quiet}?customer=${customer_id}&kind=open`)
    await expect(page.getByRole('heading', { level: 1, name: 'Aktivitet' })).toBeVisible()
    await expect(row(page, /Åpnet/)).toContainText('Kundebehandler')
  })
})
