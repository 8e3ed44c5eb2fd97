import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, reload, shownIds, test } from '../../fixtures'
import { query, signInSession } from '../../sessions'

/** A list becomes a file by the keyboard, with a reason; a long one is made behind the page. */

const list = `/${accounts.test}/customers`
const form = (page: Page) => page.getByRole('dialog', { name: 'Export customers' })
const strip = (page: Page) => page.getByRole('status').filter({ hasText: /Export/ })

async function openForm(page: Page) {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').waitFor()
  await page.keyboard.type('export')
  await page.keyboard.press('Enter')
  await expect(form(page)).toBeVisible()
}

test('exports a search by keyboard, and a long list behind the page', async ({ page, context }) => {
  const email = `export-${randomUUID()}@example.com`
  await signInSession(context, { email, role: 'agent' })
  await open(page, `${list}?search=nora`)
  const ids = await shownIds(page)
  await openForm(page)
  await expect(form(page)).toContainText(`${ids.length} customers 1 call to Dintero, a few seconds`)
  await expectAccessible(page)
  await expect(form(page).getByLabel('Reason')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(form(page).getByRole('alert')).toHaveText('Write a reason of at least 3 characters.')
  await page.keyboard.type('list for the store')
  const downloading = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = await downloading
  expect(file.suggestedFilename()).toMatch(new RegExp(`^customers-${accounts.test}-\\d{4}-\\d\\d-\\d\\d\\.csv$`))
  const csv = await readFile(await file.path(), 'utf8')
  expect(csv).toMatch(/^\uFEFF"Name"[;,]"Customer ID"[;,]/)
  for (const id of ids) expect(csv).toContain(`"${id}"`)
  expect(csv).toContain(people.nora.email)
  await expect(strip(page)).toHaveCount(0)
  const events = await query<{ customers: string[]; note: string; filters: { name: string; value?: string }[] }>(
    `SELECT customers, note, filters FROM activity WHERE kind = 'export' AND actor_email = $1 ORDER BY id`,
    [email],
  )
  expect(events.map(({ note }) => note)).toEqual(['list for the store', 'list for the store'])
  expect(events[1]?.customers.toSorted()).toEqual(ids.toSorted())
  expect(events[1]?.filters.map(({ name }) => name)).toEqual(['search', 'columns', 'format', 'part'])

  await open(page, list)
  await openForm(page)
  await page.keyboard.type('the whole list')
  await page.keyboard.press('Enter')
  await strip(page).getByRole('button', { name: 'Pause' }).click()
  await expect(strip(page)).toContainText('Export paused')
  await expectAccessible(page)
  await reload(page)
  await expect(strip(page)).toContainText(/Export paused [\d,]+ of [\d,]+/)
  await openForm(page)
  await page.keyboard.type('the whole list')
  await page.keyboard.press('Enter')
  await expect(form(page).getByRole('alert')).toHaveText('You’re already exporting these customers.')
  await page.keyboard.press('Escape')
  await strip(page).getByRole('button', { name: 'Continue' }).click()
  await strip(page).getByRole('button', { name: 'Delete' }).click()
  await expect(strip(page)).toHaveCount(0)
  expect(await query('SELECT 1 FROM exports WHERE email = $1', [email])).toEqual([])
})

test.describe('a viewer', () => {
  test.use({ role: 'viewer' })
  test('is offered no export', async ({ page }) => {
    await open(page, list)
    await expect(page.getByRole('button', { name: 'Filters' }).or(page.getByRole('table')).first()).toBeVisible()
    await expect(page.getByRole('button', { name: /^Export/ })).toHaveCount(0)
  })
})
