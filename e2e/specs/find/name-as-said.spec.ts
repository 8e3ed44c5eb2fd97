import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, reload, searchBox, shownIds, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`

test('a name in the other order follows those that begin with the text, told apart', async ({ page }) => {
  const text = 'Hansen Ol'
  const phrase = (await sandbox.list({ search: text })).rows.map(({ customer_id }) => customer_id)
  const ofWord = (await sandbox.list({ search: 'Hansen', limit: '100' })).rows
  const turned = ofWord.filter(({ first_name }) => /^Ol/.test(String(first_name)))
  expect([phrase.length > 0, phrase.length < 10, turned.length > 0]).toEqual([true, true, true])
  await open(page, list)
  await searchBox(page).fill(text)
  await page.keyboard.press('Enter')
  const head = page.getByRole('row', { name: `Every word of “${text}”` })
  await expect(head.getByRole('heading', { level: 2, name: `Every word of “${text}”` })).toBeVisible()
  const ids = await shownIds(page)
  expect(ids.slice(0, phrase.length).toSorted()).toEqual(phrase.toSorted())
  expect(ids.slice(phrase.length)).toEqual(expect.arrayContaining(turned.map(({ customer_id }) => customer_id)))
  expect(await head.getAttribute('data-customer')).toBe(ids[phrase.length])
  await expect(head.getByRole('link').locator('mark')).toHaveText(['Ol', 'Hansen'])
  const more = ids.length - phrase.length
  await expect(page.getByRole('status').filter({ hasText: `${more} more found word by word.` })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  const first = page.locator('tr[data-customer]').first()
  await expect(head.getByRole('heading')).toHaveCSS('width', await first.evaluate((row) => getComputedStyle(row).width))
  await expectAccessible(page)
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.getByRole('button', { name: `starts with ${text}` }).click()
  await expect(page.getByRole('menuitemradio', { name: /^One phrase/, checked: true })).toBeVisible()
  await page.getByRole('menuitemradio', { name: /^Word by word/ }).click()
  await expect(page).toHaveURL(/\?search=Hansen\+Ol&match=words$/)
  await expect(head).toHaveCount(0)
  await reload(page)
  await expect(page.getByRole('button', { name: `Every word of ${text}` })).toBeVisible()
  expect((await shownIds(page)).toSorted()).toEqual(ids.toSorted())
})
