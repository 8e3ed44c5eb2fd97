import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, expectRows, includeDeleted, open, searchBox, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`

test.afterEach(() => sandbox.faults([]))

test('an invalid total is not shown and delays nothing', async ({ page, request }) => {
  await sandbox.faults([{ match: 'total=true', kind: 'bad-total' }])
  expect(await (await request.get(`/api/accounts/${accounts.test}/customers-total`)).json()).toEqual({ total: null })
  await open(page, list)
  await expect(page.getByText('1–25', { exact: true })).toBeVisible()
})

test('a list that ends before its total is reported, and can be continued', async ({ page }) => {
  const { rows, total } = await sandbox.list({ search: 'nord' })
  await sandbox.faults([{ match: 'search=nord', kind: 'short-page', times: 1 }])
  await open(page, `${list}?search=nord`)
  await expect(page.locator('tbody tr')).toHaveCount(12)
  const strip = page.getByRole('status').filter({ hasText: 'The list may be incomplete.' })
  await expect(strip).toContainText(`Dintero counts ${total}, but the list ended after 12.`)
  await expectAccessible(page)
  await strip.getByRole('button', { name: 'Keep looking' }).click()
  await expect(page.locator(`tr[data-customer="${rows[12]?.customer_id}"]`)).toBeVisible()
  await expect(strip).toBeHidden()
  await expect(page).toHaveURL(/[?&]starting_after=/)
  await page.goBack()
  await strip.getByRole('button', { name: 'Reload list' }).click()
  await expect(page.locator('tbody tr')).toHaveCount(25)
  await expect(strip).toBeHidden()
})

test('Back before the answer came shows the list that was there before the search', async ({ page }) => {
  await open(page, list)
  await includeDeleted(page)
  await expect(page).toHaveURL(/include_deleted=true/)
  await sandbox.faults([{ match: 'search=nora', kind: 'delay', ms: 2_000 }])
  await searchBox(page).fill('nora')
  await page.evaluate(async () => {
    document.querySelector<HTMLFormElement>('search form')?.requestSubmit()
    while (!window.location.search.includes('search=nora')) await new Promise(requestAnimationFrame)
    window.history.back()
  })
  const before = new RegExp(`${list}\\?include_deleted=true$`)
  await expect(page).toHaveURL(before)
  await expect(searchBox(page)).toHaveValue('')
  await expectRows(page, (await sandbox.list({ include_deleted: 'true' })).rows)
  await expect(page).toHaveURL(before)
})

test('a page that repeats its cursor is an error and causes no loop', async ({ request }) => {
  const first = (await (await request.get(`/api/accounts/${accounts.test}/customers`)).json()) as {
    next: { starting_after: string }
  }
  await sandbox.faults([{ match: 'starting_after', kind: 'repeat-page' }])
  const again = await request.get(
    `/api/accounts/${accounts.test}/customers?starting_after=${first.next.starting_after}`,
  )
  expect(again.status()).toBe(502)
})

test('an older answer never replaces a newer one, and its call is ended upstream', async ({ page }) => {
  await open(page, list)
  await sandbox.faults([{ match: 'search=kari', kind: 'delay', ms: 1_500 }])
  await sandbox.forget()
  const box = searchBox(page)
  const older = async () => (await sandbox.requests()).filter(({ query }) => query.includes('search=kari'))
  await box.fill('kari')
  await box.press('Enter')
  await expect.poll(older).toHaveLength(1)
  await expect(page.getByRole('table', { name: 'Customers' })).toHaveAttribute('aria-busy', 'true')
  await box.fill('nora')
  await box.press('Enter')
  const newer = (await sandbox.list({ search: 'nora' })).rows
  await expectRows(page, newer)
  await expect.poll(async () => (await older()).map(({ aborted }) => aborted)).toEqual([true])
  await expectRows(page, newer)
})

test('an ended session is reported, and the return path is preserved', async ({ page, context, watch }) => {
  watch.expectOnConsole(/401/)
  await open(page, list)
  await context.clearCookies()
  await searchBox(page).fill('nora')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Sign in' }).click()
  // The page stores the return path as soon as it takes a press.
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
  await expect(page).toHaveURL(/search=nora$/)
})
