import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectRows, open, reload, searchBox, shownIds, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`
const pages = 5
const size = 100

test('500 customers over 5 pages: none twice, none missing, forward, after a reload, and back', async ({ page }) => {
  const expected: { customer_id: string }[][] = []
  let cursor: string | undefined
  for (let index = 0; index < pages; index += 1) {
    const { rows } = await sandbox.list({ limit: String(size), ...(cursor && { starting_after: cursor }) })
    expected.push(rows)
    cursor = rows.at(-1)?.id
  }
  await open(page, `${list}?limit=${size}`)
  const seen: (string | null)[] = []
  for (const [index, rows] of expected.entries()) {
    if (index > 0) await page.getByRole('button', { name: /^Next/ }).click()
    await expectRows(page, rows)
    await expect(page.getByText(`${index * size + 1}–${(index + 1) * size} of`)).toBeVisible()
    seen.push(...(await shownIds(page)))
    if (index === 2) {
      await reload(page)
      await expectRows(page, rows)
    }
  }
  expect(seen).toHaveLength(pages * size)
  expect(new Set(seen).size).toBe(pages * size)
  for (const rows of expected.slice(0, -1).reverse()) {
    await page.getByRole('button', { name: /^Previous/ }).click()
    await expectRows(page, rows)
  }
  await expect(page.getByRole('button', { name: /^Previous/ })).toBeDisabled()
})

test('another page and another search begin at their top, and a record that is opened and closed moves nothing', async ({
  page,
}) => {
  const row = (at: number) => page.locator('tr[data-customer]').nth(at)
  await open(page, `${list}?limit=${size}`)
  await row(size - 1).scrollIntoViewIfNeeded()
  await row(size - 1)
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(row(size - 1)).toBeInViewport()
  await expect(row(0)).not.toBeInViewport()
  await page.getByRole('button', { name: /^Next/ }).click()
  await expect(page).toHaveURL(/[?&]at=2/)
  await expect(row(0)).toBeInViewport()
  await row(size - 1).scrollIntoViewIfNeeded()
  await expect(row(0)).not.toBeInViewport()
  await searchBox(page).fill('kari')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/[?&]search=kari/)
  await expect(row(0)).toBeInViewport()
})

test('First leads back at once, and Back and Forward show the same again', async ({ page }) => {
  await open(page, list)
  const first = await sandbox.list()
  const second = await sandbox.list({ starting_after: first.rows.at(-1)?.id ?? '' })
  await page.getByRole('button', { name: /^Next/ }).click()
  await expectRows(page, second.rows)
  await page.getByRole('button', { name: 'First' }).click()
  await expectRows(page, first.rows)
  await expect(page).toHaveURL(new RegExp(`${list}$`))
  await page.goBack()
  await expectRows(page, second.rows)
  await page.goForward()
  await expectRows(page, first.rows)
})

test('a new page size starts the list again', async ({ page }) => {
  await open(page, list)
  await page.getByRole('button', { name: /^Next/ }).click()
  await expect(page).toHaveURL(/starting_after/)
  await page.getByLabel('Rows per page').selectOption('10')
  await expect(page).toHaveURL(/\?limit=10$/)
  await expectRows(page, (await sandbox.list({ limit: '10' })).rows)
})

test('a URL from a colleague shows its page; Previous is disabled with a reason, and First works', async ({ page }) => {
  const first = await sandbox.list()
  const cursor = first.rows.at(-1)?.id ?? ''
  await open(page, `${list}?starting_after=${cursor}`)
  await expectRows(page, (await sandbox.list({ starting_after: cursor })).rows)
  const previous = page.getByRole('button', { name: /^Previous/ })
  await expect(previous).toBeDisabled()
  await expect(previous).toHaveAccessibleDescription(/there’s no previous page/)
  await page.getByRole('button', { name: 'First' }).click()
  await expectRows(page, first.rows)
})

test('Next is off on the last page', async ({ page }) => {
  const { total } = await sandbox.list({ type: 'employee' })
  await open(page, `${list}?type=employee&limit=100`)
  for (let shown = 100; shown < total; shown += 100) {
    await page.getByRole('button', { name: /^Next/ }).click()
    await expect(page.getByText(new RegExp(`^${shown + 1}–`))).toBeVisible()
  }
  await expect(page.getByText(`of ${total.toLocaleString('en')}`)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Next/ })).toBeDisabled()
})

test('the page after the last one says so', async ({ page }) => {
  const last = (await sandbox.list({ search: 'nora.bjorgum' })).rows.at(-1)
  await open(page, `${list}?search=nora.bjorgum&starting_after=${last?.id}&at=2`)
  await expect(page.getByRole('heading', { name: 'No more customers' })).toBeVisible()
})

test('a cursor that Dintero does not know is reported, and First leads to the list', async ({ page }) => {
  await open(page, `${list}?starting_after=00000000-0000-4000-8000-000000000000&at=4`)
  await expect(page.getByRole('heading', { name: 'This place in the list is gone' })).toBeVisible()
  await page.getByRole('alert').getByRole('button', { name: 'First' }).click()
  await expectRows(page, (await sandbox.list()).rows)
})

test('the pages of the whole account contain every customer exactly once, and all are readable', async ({
  request,
}) => {
  const { total } = await sandbox.list({ type: 'any', include_deleted: 'true' })
  const seen: string[] = []
  const unreadable: unknown[] = []
  let cursor: string | undefined
  do {
    const query = { type: 'any', include_deleted: 'true', limit: '97', ...(cursor && { starting_after: cursor }) }
    const page = (await (
      await request.get(`/api/accounts/${accounts.test}/customers?${new URLSearchParams(query)}`)
    ).json()) as {
      customers: { customer_id: string }[]
      unreadable: unknown[]
      next: { starting_after: string } | null
    }
    seen.push(...page.customers.map(({ customer_id }) => customer_id))
    unreadable.push(...page.unreadable)
    cursor = page.next?.starting_after
  } while (cursor)
  expect(unreadable).toEqual([])
  expect(new Set(seen).size).toBe(total)
  // A customer without an id is no cursor: the page after the one that ends with it begins with it again.
  const twice = seen.filter((id, index) => seen.indexOf(id) !== index)
  expect(twice.filter((id) => id !== people.bare.customer_id)).toEqual([])
})

test('pages of a search with all its filters are those of the sandbox, too', async ({ page }) => {
  const query = { search: 'a', type: 'any', include_deleted: 'true', limit: '50' }
  await open(page, `${list}?${new URLSearchParams(query)}`)
  let cursor = ''
  for (let index = 0; index < 3; index += 1) {
    const { rows } = await sandbox.list({ ...query, ...(cursor && { starting_after: cursor }) })
    await expectRows(page, rows)
    cursor = rows.at(-1)?.id ?? ''
    await page.getByRole('button', { name: /^Next/ }).click()
  }
  await expect(page).toHaveURL(({ searchParams: at }) => at.get('at') === '4' && at.get('search') === 'a')
})

test('each search has its own page history', async ({ page }) => {
  await open(page, `${list}?limit=10`)
  for (const at of [2, 3]) {
    await page.getByRole('button', { name: /^Next/ }).click()
    await expect(page).toHaveURL(({ searchParams }) => searchParams.get('at') === String(at))
  }
  await searchBox(page).fill('kari')
  await page.keyboard.press('Enter')
  await expectRows(page, (await sandbox.list({ search: 'kari', limit: '10' })).rows)
  await expect(page.getByRole('button', { name: /^Previous/ })).toBeDisabled()
  await expect(page).toHaveURL(/[?&]search=kari/)
  await page.goBack()
  const first = (await sandbox.list({ limit: '10' })).rows
  const second = await sandbox.list({ limit: '10', starting_after: first.at(-1)?.id ?? '' })
  await page.getByRole('button', { name: /^Previous/ }).click()
  await expectRows(page, second.rows)
})

test('a name on a later page leads to the record over that very page', async ({ page, context }) => {
  await open(page, `${list}?limit=10`)
  await page.getByRole('button', { name: /^Next/ }).click()
  await expect(page.getByText(/^11–20 of/)).toBeVisible()
  const opened = context.waitForEvent('page')
  await page.locator('tbody tr a').first().click({ button: 'middle' })
  const tab = await opened
  await expect(tab.getByRole('dialog')).toBeVisible()
  await expect(tab.getByText(/^11–20 of/)).toBeVisible()
})
