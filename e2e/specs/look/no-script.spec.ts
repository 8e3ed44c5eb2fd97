import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, searchBox, shownIds, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

test.use({ javaScriptEnabled: false })

test('the first rows are in the first HTML, and the search box is a plain form that preserves the filters', async ({
  page,
}) => {
  await page.goto(`/${accounts.test}/customers?type=company&limit=10`)
  const ids = (rows: { customer_id: string }[]) => rows.map(({ customer_id }) => customer_id)
  expect(await shownIds(page)).toEqual(ids((await sandbox.list({ type: 'company', limit: '10' })).rows))
  await expect(page.getByText(/^\+47 \d\d \d\d/).first()).toBeVisible()
  await searchBox(page).fill('nord')
  await searchBox(page).press('Enter')
  await expect(page).toHaveURL(/\?search=nord&type=company&limit=10$/)
  expect(await shownIds(page)).toEqual(ids((await sandbox.list({ type: 'company', search: 'nord', limit: '10' })).rows))
})

test('the page of a record needs no script', async ({ page }) => {
  await page.goto(`/${accounts.test}/customers/K-214907`)
  await expect(page.getByRole('heading', { level: 1, name: 'Nora Bjørgum' })).toBeVisible()
  await expect(page.getByText('nora.bjorgum@example.no')).toBeVisible()
})
