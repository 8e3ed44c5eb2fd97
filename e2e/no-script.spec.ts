import { accounts } from '../lib/sandbox/seed'
import { expect, shownIds, test } from './fixtures'
import { sandbox } from './sandbox'

test.use({ javaScriptEnabled: false })

test('the first rows are in the first HTML, and the box is a plain form that keeps the filters', async ({ page }) => {
  await page.goto(`/${accounts.test}/customers?type=company&limit=10`)
  const ids = (rows: { customer_id: string }[]) => rows.map(({ customer_id }) => customer_id)
  expect(await shownIds(page)).toEqual(ids((await sandbox.list({ type: 'company', limit: '10' })).rows))
  await expect(page.getByText(/^\+47 \d\d \d\d/).first()).toBeVisible()
  await page.getByRole('searchbox').fill('nord')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/type=company.*search=nord/)
  expect(await shownIds(page)).toEqual(ids((await sandbox.list({ type: 'company', search: 'nord' })).rows))
})

test('the page of a record needs no script', async ({ page }) => {
  await page.goto(`/${accounts.test}/customers/K-214907`)
  await expect(page.getByRole('heading', { level: 1, name: 'Nora Bjørgum' })).toBeVisible()
  await expect(page.getByText('nora.bjorgum@example.no')).toBeVisible()
})
