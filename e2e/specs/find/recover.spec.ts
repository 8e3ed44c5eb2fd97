import type { Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, expectRows, open, searchBox, test, whole } from '../../fixtures'
import { sandbox } from '../../sandbox'

/** The behaviour of an open tab while the network, the server or its version changes. */

const list = `/${accounts.test}/customers`
const api = '**/api/accounts/*/customers?*'

const alert = (page: Page) => page.getByRole('main').getByRole('alert')
const search = async (page: Page, text: string) => {
  await searchBox(page).fill(text)
  await searchBox(page).press('Enter')
}

/** Opens the list and lets the time pass after which a page loads its parts; its clock is that of the test. */
async function openWhole(page: Page): Promise<void> {
  await open(page, list)
  await page.clock.fastForward(2_000)
  await whole(page)
}

/** Chromium sends no offline event on a machine without a network, so the page gets the event here. */
async function setNetwork(page: Page, isThere: boolean): Promise<void> {
  await page.context().setOffline(!isThere)
  await page.evaluate((event) => window.dispatchEvent(new Event(event)), isThere ? 'online' : 'offline')
}

const unavailable = { error: { code: 'upstream_unavailable', message: '', request_id: 'r-1' } }

test('a failure is shown with its start time, retried automatically, and ends without a click', async ({
  page,
  watch,
}) => {
  watch.expectOnConsole(/503/)
  await page.clock.install()
  await openWhole(page)
  let asked = 0
  await page.route(api, (route) => {
    asked += 1
    return route.fulfill({ status: 503, json: unavailable })
  })
  await search(page, 'nora')
  await expect(alert(page)).toContainText(/^Dintero isn’t responding\. It may be back/)
  await expect(alert(page).getByRole('timer')).toHaveText(/^Next try in 1\d s\.$/)
  expect(asked).toBe(1)

  await page.clock.fastForward(13_000)
  await expect(alert(page)).toContainText(/^Dintero isn’t responding\. Since \d\d:\d\d/)
  await expect(alert(page).getByRole('timer')).toHaveText(/^Next try in 2\d s\.$/)
  expect(asked).toBe(2)
  await expectAccessible(page)

  await page.unroute(api)
  await page.clock.fastForward(25_000)
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
  await expect(alert(page)).toHaveCount(0)
})

test('a failed query is sent again when it is repeated, by hand or by Back', async ({ page, watch }) => {
  watch.expectOnConsole(/503/)
  await open(page, list)
  await whole(page)
  await page.route(api, (route) => route.fulfill({ status: 503, json: unavailable }))
  await search(page, 'nora')
  await expect(alert(page)).toContainText('Dintero isn’t responding.')
  await search(page, 'ola')
  await expect(page).toHaveURL(/search=ola/)
  await page.unroute(api)
  await search(page, 'kari')
  await expectRows(page, (await sandbox.list({ search: 'kari' })).rows)
  await expect(page).toHaveURL(/search=kari/)
  await search(page, 'nora')
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
  await expect(page).toHaveURL(/search=nora/)
  await page.goBack()
  await expect(page).toHaveURL(/search=kari/)
  await page.goBack()
  await expect(page).toHaveURL(/search=ola/)
  await expectRows(page, (await sandbox.list({ search: 'ola' })).rows)
  await expect(alert(page)).toHaveCount(0)
})

test('a permanent failure is not retried automatically', async ({ page, watch }) => {
  watch.expectOnConsole(/502/)
  await page.clock.install()
  await open(page, list)
  let asked = 0
  await page.route(api, (route) => {
    asked += 1
    return route.fulfill({
      status: 502,
      json: { error: { code: 'upstream_forbidden', message: '', scope: 'read:customers', request_id: 'r-1' } },
    })
  })
  await search(page, 'nora')
  await expect(alert(page)).toContainText('Dintero denied access.')
  await page.clock.fastForward(120_000)
  await expect(alert(page).getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(alert(page).getByRole('timer')).toHaveCount(0)
  expect(asked).toBe(1)
})

test('a requested wait is respected up to a reasonable limit', async ({ page, watch }) => {
  watch.expectOnConsole(/503/)
  await page.clock.install()
  await openWhole(page)
  await page.route(api, (route) =>
    route.fulfill({
      status: 503,
      json: { error: { code: 'upstream_rate_limited', message: '', retry_after_seconds: 2e9, request_id: 'r-1' } },
    }),
  )
  await search(page, 'nora')
  await expect(alert(page).getByRole('timer')).toHaveText(/^Next try in 1[2-4]\d s\.$/)
  await expect(alert(page).getByRole('button', { name: 'Try now' })).toBeDisabled()
  await page.unroute(api)
  await page.clock.fastForward(145_000)
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
})

test('a missing server has another message than a failure of Dintero, and the tab recovers when it is back', async ({
  page,
  watch,
}) => {
  watch.expectOnConsole(/ERR_CONNECTION_REFUSED/)
  await page.clock.install()
  await openWhole(page)
  await page.route('**/api/**', (route) => route.abort('connectionrefused'))
  await search(page, 'nora')
  await expect(alert(page)).toContainText('Customer Desk isn’t responding.')
  await page.unroute('**/api/**')
  await page.clock.fastForward(13_000)
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
})

test('without a network the rows stay with their age, and the typed search is sent when it is back', async ({
  page,
  watch,
}) => {
  watch.expectOnConsole(/ERR_INTERNET_DISCONNECTED/)
  await open(page, list)
  await whole(page)
  const before = (await sandbox.list()).rows
  await setNetwork(page, false)
  const strip = page.getByRole('status').filter({ hasText: 'You’re offline.' })
  await expect(strip).toContainText(/What you see is from \d\d:\d\d/)
  await search(page, 'nora')
  await expect(page.locator('tbody tr')).toHaveCount(before.length)
  await expect(alert(page)).toHaveCount(0)
  await expectAccessible(page)
  // What is on the screen can be opened and read, with all that it needs.
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
  await expect(page.getByRole('dialog').getByText('nora.bjorgum@example.no')).toBeVisible()
  await page.keyboard.press('Escape')

  await setNetwork(page, true)
  await expect(strip).toHaveCount(0)
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
  await expect(searchBox(page)).toHaveValue('nora')
})

test('the page of a record shows its age without a network', async ({ page }) => {
  await open(page, `${list}/K-214907`)
  await whole(page)
  await setNetwork(page, false)
  const strip = page.getByRole('status').filter({ hasText: 'You’re offline.' })
  await expect(strip).toBeVisible()
  await expectAccessible(page)
  await setNetwork(page, true)
  await expect(strip).toHaveCount(0)
})

test('a new version is reported, breaks nothing, and is loaded on request', async ({ page }) => {
  await open(page, list)
  await whole(page)
  // The server has other code now, and names its build in its answers. Its fonts have the same names: hashes of what they hold.
  await page.route('**/_next/static/chunks/**', (route) => route.fulfill({ status: 404 }))
  await page.route(api, async (route) => {
    const response = await route.fetch()
    return route.fulfill({ response, headers: { ...response.headers(), 'x-desk-build': 'newer' } })
  })
  await search(page, 'nora')
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
  const strip = page.getByRole('status').filter({ hasText: 'There’s a new version of Customer Desk.' })
  await expect(strip).toBeVisible()
  await expectAccessible(page)
  // All that comes with its first use is there.
  await page.getByRole('button', { name: 'Type' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
  await expect(page.getByRole('dialog').getByText('Gullmedlem')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.unrouteAll()
  await strip.getByRole('link', { name: 'Reload' }).click()
  await expect(strip).toHaveCount(0)
  await expect(searchBox(page)).toHaveValue('nora')
})

test('a part that the server no longer has is reported, and a reload of the page brings it', async ({
  page,
  watch,
}) => {
  watch.expectOnConsole(/404/)
  await page.clock.install()
  await open(page, `${list}?search=nora`)
  await page.route('**/_next/static/**', (route) => route.fulfill({ status: 404 }))
  // The library that formats phone numbers is requested now: without it, they stay as they came.
  await page.clock.fastForward(1_500)
  await page.getByRole('button', { name: 'Type' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Part of this page didn’t load.' })).toBeVisible()
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
  await page.unrouteAll()
  await page.getByRole('link', { name: 'Reload' }).click()
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
  await page.getByRole('button', { name: 'Type' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
})
