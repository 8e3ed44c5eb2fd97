import type { Page } from '@playwright/test'
import { namedReceipts } from '../../../lib/sandbox/receipts/seed-receipts'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, searchBox, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`
const record = (id: string) => `${list}/${encodeURIComponent(id)}`
const purchasesOf = (page: Page) => page.getByRole('region', { name: 'Purchases' })
const receiptCalls = async () => (await sandbox.requests()).filter(({ path }) => path.includes('/receipts/'))

test('purchases are fetched when they come into view, and unfold to receipts', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset.printed = ''
    }
  })
  const purchases = purchasesOf(page)
  await test.step('none before', async () => {
    await sandbox.forget()
    await open(page, `${list}?search=nora&record=${people.nora.customer_id}`)
    await expect(page.getByText('Gullmedlem')).toBeVisible()
    expect(await receiptCalls()).toEqual([])
  })
  await test.step('at their key, one call', async () => {
    await page.keyboard.press('0')
    await expect(page).toHaveURL(/section=purchases/)
    await expect(purchases.getByText('2 purchases in all.')).toBeVisible()
    expect(await receiptCalls()).toHaveLength(1)
  })
  await test.step('a receipt, accessible, as text and on paper', async () => {
    await purchases.getByRole('button', { name: 'Fri 20, 15:58' }).click()
    const lines = purchases.getByRole('table', { name: 'Content' })
    await expect(lines.getByRole('row', { name: /Skalljakke Rondane/ })).toContainText('Medlemspris')
    await expect(lines.getByRole('row', { name: /Visa •••• 4417/ })).toContainText('3,197.10')
    await expectAccessible(page)
    await purchases.getByRole('button', { name: 'Copy as text' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Receipt no.: 214907')
    await purchases.getByRole('button', { name: 'Print receipt' }).click()
    await expect(page.locator('html[data-printed]')).toBeAttached()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1, name: 'Oslo City' })).toBeVisible()
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect(page.getByRole('heading', { level: 1, name: 'Oslo City' })).toHaveCount(0)
  })
})

test('400 purchases are read a hundred at a time, and what is out of view is not laid out', async ({ page }) => {
  await open(page, `${record(people.eirik.customer_id)}?section=purchases`)
  const purchases = purchasesOf(page)
  const older = purchases.getByRole('button', { name: 'Show older' })
  await expect(purchases.getByText(/^25 purchases loaded, back to/)).toBeVisible()
  for (const count of [125, 225, 325]) {
    // By the key: months that are laid out for the first time move a pointer's target.
    await older.press('Enter')
    await expect(purchases.getByText(new RegExp(`^${count} purchases loaded`))).toBeVisible()
  }
  await older.press('Enter')
  await expect(purchases.getByText('400 purchases in all.')).toBeVisible()
  await expect(older).toHaveCount(0)
  const skipped = await purchases.evaluate(
    (section) =>
      [...section.querySelectorAll('table')].filter((table) => !table.checkVisibility({ contentVisibilityAuto: true }))
        .length,
  )
  expect(skipped).toBeGreaterThan(10)
})

test('without the scope there is one line that names it, and the rest stands', async ({ page, watch }) => {
  watch.expectOnConsole(/502/)
  await sandbox.faults([{ match: '/receipts/', kind: 'status', status: 403 }])
  await open(page, `${record(people.kari.customer_id)}?section=purchases`)
  await expect(purchasesOf(page).getByText(/need the scope read:receipts/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Overview' }).getByText(people.kari.email)).toBeVisible()
  await sandbox.faults([])
})

test('the number on the paper leads to its customer and receipt', async ({ page }) => {
  await open(page, list)
  await test.step('of one till, in the box', async () => {
    await searchBox(page).fill('receipt:214907')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Nora Bjørgum' })).toBeVisible()
    const receipt = purchasesOf(page).getByRole('region', { name: 'Receipt' })
    await expect(receipt.getByText('214907')).toBeInViewport()
  })
  await test.step('of two tills', async () => {
    await open(page, `${list}?q=receipt:12345`)
    await expect(page).toHaveURL(/\/receipts\/12345$/)
    await expect(page.getByRole('row', { name: /K-212118/ })).toContainText('CC Vest')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'K-212119' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Ola Nordmann' })).toBeVisible()
  })
  await test.step('that nobody has, scanned without a word', async () => {
    await open(page, list)
    await searchBox(page).fill('990099')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Look for receipt 990099/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'No receipt has the number 990099' })).toBeVisible()
  })
})

test.describe('to a viewer', () => {
  test.use({ role: 'viewer' })
  test('a receipt has masks for its payments, its delivery and its comments', async ({ page }) => {
    const { html } = namedReceipts
    await open(page, `${record(html.customer_id)}?section=purchases&receipt=${html.id}`)
    const receipt = purchasesOf(page).getByRole('region', { name: 'Receipt' })
    await expect(receipt.getByRole('row', { name: /^Payment/ })).toContainText('••••')
    await expect(receipt.getByText('Delivered to')).toBeVisible()
    await expect(receipt.getByText('••••')).toHaveCount(8)
  })
})

test('what the contacts of a company have bought is read at a press, and stands apart', async ({ page }) => {
  await open(page, `${record(people.nordvik.customer_id)}?section=purchases`)
  const purchases = purchasesOf(page)
  await expect(purchases.getByText(/purchases? loaded|in all/)).toBeVisible()
  await sandbox.forget()
  await purchases.getByRole('button', { name: 'Look for purchases by contacts' }).click()
  await expect(purchases.getByText('Checked 2 of 2 contacts, at most 25 purchases each.')).toBeVisible()
  expect((await receiptCalls()).map(({ path }) => path.split('/').at(-1)).toSorted()).toEqual(['C-30922', 'C-30923'])
  const byWenche = purchases.getByRole('region', { name: 'Wenche Refsnes' })
  await expect(byWenche.getByText('4 purchases')).toBeVisible()
  await expect(purchases.getByRole('region', { name: 'Jørgen Nordbø' })).toBeHidden()
  await expectAccessible(page)
  await byWenche.getByRole('link', { name: 'Wenche Refsnes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Wenche Refsnes' })).toBeVisible()
})
