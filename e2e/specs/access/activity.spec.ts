import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { countEvents, eventRow, eventRows, openCustomerAsAgent } from '../../activity-rows'
import { expect, expectAccessible, expectAccessibleInBoth, open, reload, test } from '../../fixtures'
import { query } from '../../sessions'

const activity = `/${accounts.test}/activity`
const quiet = `/${accounts.production}/activity`
const openedIds = (page: Page) => eventRows(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-event')))

test.describe('an auditor', () => {
  test.use({ role: 'auditor' })

  test('filters by person, customer, kind and time, and the URL contains the filters', async ({ page, states }) => {
    const customer_id = await openCustomerAsAgent(states, 41, 3)
    await open(page, quiet)
    await page.getByRole('button', { name: 'User' }).click()
    await page.getByLabel('User’s email').fill('agent@example.com')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page).toHaveURL(/person=agent@example\.com/)
    await expect(eventRows(page).filter({ hasNotText: 'Ingrid Solberg' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Customer' }).click()
    await page.getByLabel('Customer ID').fill(customer_id)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`customer=${customer_id}`))
    await page.getByRole('button', { name: 'Action' }).click()
    await page.getByRole('menuitemradio', { name: 'Opened' }).click()
    await expect(page).toHaveURL(/kind=open/)
    await expect(eventRows(page)).toHaveCount(3)
    await page.getByRole('button', { name: 'Time' }).click()
    await page.getByRole('button', { name: 'last 7 days' }).click()
    await expect(page.getByRole('button', { name: /^Time last 7 days/ })).toBeVisible()
    await reload(page)
    await expect(eventRows(page)).toHaveCount(3)
    await page.getByRole('button', { name: 'Remove Time' }).click()
    await page.getByRole('button', { name: 'Time', exact: true }).click()
    await page.getByLabel(/^From/).fill('2001-01-01T00:00')
    await page.getByLabel(/^Before/).fill('2001-01-02T00:00')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'No matching activity' })).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: 'Clear' }).first().click()
    await expect(page).toHaveURL(new RegExp(`${quiet}$`))
  })

  test('pages by button, key, Back and after a reload', async ({ page, states }) => {
    const customer_id = await openCustomerAsAgent(states, 46, 120)
    await open(page, `${quiet}?customer=${customer_id}&kind=open`)
    const first = await openedIds(page)
    await expect(page.getByText('1–50', { exact: true })).toBeVisible()
    await expect(page.getByRole('status').getByText('120 events', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: /^Next/ }).click()
    await expect(page.getByText('51–100', { exact: true })).toBeVisible()
    await expect.poll(() => openedIds(page)).not.toEqual(first)
    const second = await openedIds(page)
    await page.keyboard.press(']')
    await expect(eventRows(page)).toHaveCount(20)
    await expect(page.getByText('101–120', { exact: true })).toBeVisible()
    expect(new Set([...first, ...second, ...(await openedIds(page))]).size).toBe(120)
    await reload(page)
    // A key, unlike a click, does not wait until the page before is known.
    await expect(page.getByRole('button', { name: /^Previous/ })).toBeEnabled()
    const third = page.url()
    await page.keyboard.press('[')
    await expect.poll(() => openedIds(page)).toEqual(second)
    await expect(page).not.toHaveURL(third)
    await page.goBack()
    await expect(eventRows(page)).toHaveCount(20)
    await page.getByRole('button', { name: 'First' }).click()
    await expect.poll(() => openedIds(page)).toEqual(first)
    await expect(page.getByRole('button', { name: /^Previous/ })).toBeDisabled()
  })

  test('sees when the chain was last checked, and whether it was intact', async ({ page }) => {
    const found = `INSERT INTO activity_checks VALUES (1, now(), $1) ON CONFLICT (one) DO UPDATE SET unbroken = $1`
    for (const [unbroken, text] of [
      [false, /^Chain broken, checked /],
      [true, /^Chain verified /],
    ] as const) {
      await query(found, [unbroken])
      await open(page, activity)
      await expect(page.getByText(text)).toBeVisible()
    }
    await expectAccessible(page)
  })

  test('exports it as CSV for a Norwegian spreadsheet, which appears in the audit log', async ({ page, states }) => {
    const customer_id = await openCustomerAsAgent(states, 42, 60)
    await open(page, `${quiet}?customer=${customer_id}&kind=open`)
    const before = await countEvents('export', 'auditor@example.com')
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Export' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe(`activity-${accounts.production}.csv`)
    const text = await readFile(await download.path(), 'utf8')
    expect(text.startsWith('\uFEFF"time";"person";"email";')).toBe(true)
    const lines = text.trimEnd().split('\r\n').slice(1)
    expect(lines).toHaveLength(60)
    for (const line of lines)
      expect(line).toMatch(
        /^"\d{4}-[^"]+Z";"Ingrid Solberg";"agent@example.com";"agent";"open";"P\d{8}";"[^"]+";"";"1";"";"[0-9a-f-]{36}";"\d+";"";"";"";"[a-z-]*";"";""$/,
      )
    await expect.poll(() => countEvents('export', 'auditor@example.com')).toBeGreaterThan(before)
    const answer = await page.request.get(`/api/accounts/${accounts.production}/activity-export?kind=export`)
    expect(answer.headers()).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' })
  })

  test('sees a table on a wide screen and cards on a phone, in both themes', async ({ page, states }) => {
    const customer_id = await openCustomerAsAgent(states, 43, 3)
    await page.request.get(`/api/accounts/${accounts.production}/customers/${customer_id}`)
    await open(page, `${quiet}?customer=${customer_id}`)
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 })
      await expect(eventRow(page, /Refused/)).toContainText('Auditor: no access to customers')
      await expectAccessibleInBoth(page)
    }
    await page.getByRole('button', { name: /Solveig/ }).click()
    await expect(page.getByRole('menuitem', { name: 'Activity' })).toBeVisible()
  })

  test('still sees the old rows when the audit log cannot be read', async ({ page, watch, states }) => {
    watch.expectOnConsole(/503/)
    const customer_id = await openCustomerAsAgent(states, 44, 2)
    await open(page, `${quiet}?customer=${customer_id}`)
    const shown = await eventRows(page).count()
    await page.route('**/api/accounts/*/activity?*', (route) =>
      route.fulfill({
        status: 503,
        json: { error: { code: 'audit_unavailable', message: '', request_id: 'r-1' } },
      }),
    )
    await page.getByRole('button', { name: 'Action' }).click()
    await page.getByRole('menuitemradio', { name: 'Opened' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('The activity log is down.')
    await expect(eventRows(page)).toHaveCount(shown)
    await page.unroute('**/api/accounts/*/activity?*')
    await page.getByRole('button', { name: 'Try now' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  })
})

test.describe('in Norwegian', () => {
  test.use({ role: 'auditor', locale: 'nb-NO' })

  test('the activity is shown in Norwegian', async ({ page, states }) => {
    const customer_id = await openCustomerAsAgent(states, 47, 1)
    await open(page, `${quiet}?customer=${customer_id}&kind=open`)
    await expect(page.getByRole('heading', { level: 1, name: 'Aktivitet' })).toBeVisible()
    await expect(eventRow(page, /Åpnet/)).toContainText('Kundebehandler')
  })
})
