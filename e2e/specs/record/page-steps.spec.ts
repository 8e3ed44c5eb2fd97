import type { Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, reload, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`
const limit = 10

/** The page of a record knows the list that it was opened from. */

const steps = (page: Page) => page.getByRole('button', { name: /^(Previous|Next) record$/ })
const position = (page: Page) => page.getByText(/^\d+ of \d+$/)
const isOf = (customerId: string | undefined) => new RegExp(`/customers/${customerId}$`)

test('a record page leads through its list, over the edge of a page and after a reload, and back to its row', async ({
  page,
}) => {
  const first = await sandbox.list({ search: 'nor', limit: String(limit) })
  const next = await sandbox.list({ search: 'nor', limit: String(limit), starting_after: first.rows.at(-1)?.id ?? '' })
  const [last, before] = [first.rows[limit - 1], first.rows[limit - 2]]
  await open(page, `${list}?search=nor&limit=${limit}&record=${before?.customer_id}`)
  await page.getByRole('link', { name: 'Open as a page' }).click()
  await expect(page).toHaveURL(isOf(before?.customer_id))
  await expect(position(page)).toHaveText('9 of 10')
  await expect(page.getByText('nor', { exact: true })).toBeVisible()
  await expectAccessible(page)

  const calls: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/customers?')) calls.push(request.url())
  })
  // A button goes on from page to page with the focus on it.
  await page.getByRole('button', { name: 'Next record' }).click()
  await expect(page).toHaveURL(isOf(last?.customer_id))
  await expect(position(page)).toHaveText('10 of 10')
  await expect(page.getByRole('button', { name: 'Next record' })).toBeFocused()
  await reload(page)
  await expect(position(page)).toHaveText('10 of 10')
  expect(calls).toEqual([])

  await page.keyboard.press('Alt+PageDown')
  await expect(page).toHaveURL(isOf(next.rows[0]?.customer_id))
  await expect(position(page)).toHaveText('1 of 10')
  await page.keyboard.press(']')
  await expect(page).toHaveURL(isOf(next.rows[1]?.customer_id))
  await page.keyboard.press('[')
  await expect(page).toHaveURL(isOf(next.rows[0]?.customer_id))
  await page.keyboard.press('[')
  await expect(page).toHaveURL(isOf(last?.customer_id))
  await expect(position(page)).toHaveText('10 of 10')

  await page.getByRole('link', { name: 'Customers' }).last().click()
  await expect(page).toHaveURL((url) => url.searchParams.get('record') === last?.customer_id)
  await expect(page.getByRole('dialog').getByText('10 of 10')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('tbody tr').last().getByRole('link').first()).toBeFocused()

  // Opened directly, it belongs to no list.
  await open(page, `${list}/${(await sandbox.list({ type: 'company' })).rows[0]?.customer_id}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(steps(page)).toHaveCount(0)
})

test('Back leads from a record that was stepped to through those before it, to the list with the row of the first', async ({
  page,
}) => {
  const first = await sandbox.list({ search: 'nor', limit: String(limit) })
  const next = await sandbox.list({ search: 'nor', limit: String(limit), starting_after: first.rows.at(-1)?.id ?? '' })
  const [before, last, over] = [first.rows[limit - 2], first.rows[limit - 1], next.rows[0]]
  await open(page, `${list}?search=nor&limit=${limit}`)
  for (let row = 0; row < limit - 1; row += 1) await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Open as a page' }).click()
  await expect(page).toHaveURL(isOf(before?.customer_id))
  await expect(position(page)).toHaveText('9 of 10')
  await page.getByRole('button', { name: 'Next record' }).click()
  await expect(page).toHaveURL(isOf(last?.customer_id))
  await page.getByRole('button', { name: 'Next record' }).click()
  await expect(page).toHaveURL(isOf(over?.customer_id))
  await expect(position(page)).toHaveText('1 of 10')

  // Each record has its place in its own page of the list again.
  await page.goBack()
  await expect(page).toHaveURL(isOf(last?.customer_id))
  await expect(position(page)).toHaveText('10 of 10')
  await page.goForward()
  await expect(page).toHaveURL(isOf(over?.customer_id))
  await expect(position(page)).toHaveText('1 of 10')
  await page.goBack()
  await expect(page).toHaveURL(isOf(last?.customer_id))
  await page.goBack()
  await expect(page).toHaveURL(isOf(before?.customer_id))
  await expect(position(page)).toHaveText('9 of 10')

  await page.goBack()
  await expect(page).toHaveURL((url) => url.searchParams.get('record') === before?.customer_id)
  await expect(page.getByRole('dialog').getByText('9 of 10')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog')).toBeHidden()
  const row = page.locator('tr[data-cursor]')
  await expect(row).toHaveAttribute('data-customer', before?.customer_id ?? '')
  await expect(row.getByRole('link').first()).toBeFocused()
})
