import type { Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectRows, open, searchBox, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

/** From the box to the person, by keys alone. Each test says how many keys it takes beyond the text. */

const list = `/${accounts.test}/customers`
const record = (id: string | undefined) => (url: URL) => url.searchParams.get('record') === id

test.beforeEach(async ({ page }) => {
  await open(page, list)
  await page.keyboard.press('/')
})

test('a phone number, an email or a name that one customer has is opened by Enter: 2 keys', async ({ page }) => {
  const name = 'nordvik rør & v'
  const { rows, total } = await sandbox.list({ search: name })
  expect(total).toBe(1)
  for (const [text, id] of [
    ['47 42 14 03 18', 'K-214907'],
    [name, rows[0]?.customer_id],
    ['nora.bjorgum@example.no', 'K-214907'],
    ['bjørgum nora', 'K-214907'],
  ] as const)
    await test.step(text, async () => {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(record(id))
      await expect(page.getByRole('dialog', { name: id === 'K-214907' ? 'Nora Bjørgum' : /Nordvik/ })).toBeVisible()
      await page.getByRole('button', { name: 'Close record' }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await searchBox(page).fill('')
      await expect(page).toHaveURL(new RegExp(`${list}$`))
    })
})

test('Enter opens the only customer also where a pause in typing has found them before', async ({ page }) => {
  await searchBox(page).fill('bjørgum nora')
  await expect(page.locator('tr[data-customer]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(record('K-214907'))
})

test('a search that is left in the moment of its answer opens no record', async ({ page }) => {
  const opened: string[] = []
  page.on('framenavigated', (frame) => {
    if (frame.url().includes('record=')) opened.push(frame.url())
  })
  // React renders a new URL a moment after it is there: the answer comes within that moment.
  await page.evaluate((list) => {
    const json = Response.prototype.json
    Response.prototype.json = async function () {
      const body: unknown = await json.call(this)
      if (this.url.includes('search=nordvik')) window.history.pushState(null, '', list)
      return body
    }
  }, list)
  await searchBox(page).fill('nordvik rør & v')
  await page.keyboard.press('Enter')
  await expect(searchBox(page)).toHaveValue('')
  await searchBox(page).fill('nor')
  await page.keyboard.press('Enter')
  const { rows } = await sandbox.list({ search: 'nor' })
  await expectRows(page, rows)
  expect(opened).toEqual([])
})

test('of several, the first is marked after Enter, a second Enter opens it, and another search closes it', async ({
  page,
}) => {
  await page.keyboard.type('nor')
  await page.keyboard.press('Enter')
  const { rows } = await sandbox.list({ search: 'nor' })
  await expectRows(page, rows)
  await expect(page.locator('tr[data-cursor]')).toHaveCount(1)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(record(rows[0]?.customer_id))
  await page.keyboard.press('/')
  await searchBox(page).fill('nordvik')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/search=nordvik$/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the arrow down leads out of the box into the rows, and Enter opens', async ({ page }) => {
  await page.keyboard.type('nor')
  const { rows } = await sandbox.list({ search: 'nor' })
  await expectRows(page, rows)
  await page.keyboard.press('ArrowDown')
  await expect(searchBox(page)).not.toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(record(rows[1]?.customer_id))
})

test('Tab takes a completion, and Enter the only one of a value', async ({ page }) => {
  const options = page.getByRole('listbox').getByRole('option')
  await page.keyboard.type('ty')
  await expect(options.first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(searchBox(page)).toHaveValue('type:')
  await page.keyboard.type('comp')
  await expect(options).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/type=company/)
  await expect(page.getByRole('search').getByRole('alert')).toHaveCount(0)
})

/** Types a text once the box completes it, and takes what it completes. */
async function complete(page: Page, text: string, completed: string, key: 'Tab' | 'Enter') {
  await page.keyboard.type(text)
  await expect(page.getByRole('listbox').getByRole('option', { name: completed })).toBeVisible()
  await page.keyboard.press(key)
}

test('companies with a tag are listed with 6 keys beyond the text, and deleted customers alone with 3', async ({
  page,
}) => {
  await complete(page, 'ty', 'type:', 'Tab')
  await complete(page, 'comp', 'company', 'Tab')
  await complete(page, ' ta', 'tag:', 'Tab')
  await complete(page, 'bedriftsa', 'Bedriftsavtale', 'Enter')
  await expect(page).toHaveURL(/type=company&tag_id=/)

  await open(page, list)
  await page.keyboard.press('/')
  await complete(page, 'de', 'deleted:', 'Tab')
  await complete(page, 'on', 'only', 'Enter')
  await expect(page).toHaveURL(/only=deleted/)
})

test('all tags of the account are offered', async ({ page }) => {
  const options = page.getByRole('listbox').getByRole('option')
  await page.keyboard.type('tag:')
  await expect.poll(() => options.count()).toBeGreaterThan(30)
  await page.keyboard.press('ArrowUp')
  await expect(options.last()).toBeInViewport()
})
