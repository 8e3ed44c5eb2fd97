import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectRows, open, searchBox, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`

test('the whole task by keyboard: search, move, open, read on, close, page', async ({ page }) => {
  await open(page, list)
  await expect(searchBox(page)).not.toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('nor')
  await page.keyboard.press('Enter')
  const first = await sandbox.list({ search: 'nor' })
  await expectRows(page, first.rows)
  await page.keyboard.press('Escape')
  await expect(searchBox(page)).toHaveValue('nor')

  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => url.searchParams.get('record') === first.rows[1]?.customer_id)
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('j')
  await expect(page).toHaveURL((url) => url.searchParams.get('record') === first.rows[2]?.customer_id)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press(']')
  await expectRows(page, (await sandbox.list({ search: 'nor', starting_after: first.rows.at(-1)?.id ?? '' })).rows)
  await page.keyboard.press('[')
  await expectRows(page, first.rows)
})

test('menus open, choose and close by keyboard', async ({ page }) => {
  await open(page, list)
  await page.keyboard.press('f')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  // The focus returns a moment after the menu has gone; a menu that opens before that closes again.
  await expect(page.getByRole('button', { name: 'Type' })).toBeFocused()
  await page.keyboard.press('f')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.getByRole('menuitemradio', { name: 'Company' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/type=company/)
  await page.keyboard.press('d')
  await expect(page).toHaveURL(/include_deleted=true/)
  await page.keyboard.press('s')
  await expect(page.getByRole('menuitemradio', { name: /Nordlys Outlet/ })).toBeVisible()
})

test('? lists every key, and Escape gives the page back', async ({ page }) => {
  await open(page, list)
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const name of ['Search', 'Next row', 'Next page', 'Copy email', 'Filter by tag', 'Switch account'])
    await expect(sheet.getByText(name, { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test('keys are letters while typing', async ({ page }) => {
  await open(page, list)
  await page.keyboard.press('/')
  await page.keyboard.type('jd?s')
  await expect(searchBox(page)).toHaveValue('jd?s')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('c then e, p, i copies from the row', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, `${list}?search=nora.bjorgum`)
  await page.keyboard.press('j')
  const copied: string[] = []
  for (const key of ['e', 'p', 'i']) {
    await page.keyboard.press('c')
    await page.keyboard.press(key)
    copied.push(await page.evaluate(() => navigator.clipboard.readText()))
  }
  expect(copied).toEqual(['nora.bjorgum@example.no', '+4742140318', 'K-214907'])
})

test('g c leads from a record to the list', async ({ page }) => {
  await open(page, `${list}/K-214907`)
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(new RegExp(`${list}$`))
})
