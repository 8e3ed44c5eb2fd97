import type { Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

/** The API cannot sort: a result is sorted only once it is loaded whole, on request. */

const list = `/${accounts.test}/customers`
const head = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })
const rows = (page: Page) => page.locator('tr[data-customer]')
const filter = (page: Page) => page.getByRole('searchbox', { name: /^Filter these/ })
const names = (page: Page) => page.locator('tr[data-customer] th a').allTextContents()

test('a result is loaded whole by a key, sorted by a head, filtered where it is, and kept under a record', async ({
  page,
}) => {
  await open(page, list)
  await expect(page.getByText('Up to 1,000 can be sorted.')).toBeVisible()
  await expect(head(page, 'Name').getByRole('button')).toHaveCount(0)

  await page.goto(`${list}?search=nora`)
  const offer = page.getByRole('button', { name: /^Load all \d+ to sort$/ })
  const total = Number((await offer.textContent())?.match(/\d+/)?.[0])
  await sandbox.forget()
  await page.keyboard.press('w')
  await expect(page.getByText(`${total} customers loaded in`)).toBeVisible()
  const pages = (await sandbox.requests()).filter(({ query }) => query.includes('limit=100'))
  expect(pages).toHaveLength(Math.ceil((total + 1) / 100))

  await head(page, 'Name').getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('th[data-column=name]')).toHaveAttribute('aria-sort', 'ascending')
  await expectAccessible(page)
  const upwards = await names(page)
  expect(upwards).toEqual(upwards.toSorted(new Intl.Collator('nb', { numeric: true }).compare))
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(rows(page).nth(1)).toHaveAttribute('data-cursor', '')

  await filter(page).fill('bjørgum')
  await expect(rows(page)).toHaveCount(1)
  await rows(page).getByRole('link').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page).toHaveURL(/[?&]record=/)
  await page.goBack()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('th[data-column=name]')).toHaveAttribute('aria-sort', 'ascending')
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Back to pages' }).click()
  await expect(offer).toBeVisible()
})
