import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, searchBox, test } from '../../fixtures'

const list = `/${accounts.test}/customers`
const { tombstone } = people

test('deleted is one facet of three words, which menu, chip and box share', async ({ page }) => {
  await open(page, list)
  await page.keyboard.press('d')
  const choices = page.getByRole('menuitemradio')
  await expect(choices).toHaveText([/^Hidden/, /^Included/, /^Only/])
  await choices.nth(1).click()
  await expect(page.getByRole('button', { name: 'Deleted Included', exact: true })).toBeVisible()
  await expect(page).toHaveURL(/\?include_deleted=true$/)
  await searchBox(page).fill('deleted:')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([/^hidden/, /^included/, /^only/])
  for (const [word, address] of [
    ['included', '?include_deleted=true'],
    ['only', '?only=deleted'],
    ['hidden', ''],
  ]) {
    await searchBox(page).fill(`deleted:${word}`)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL((url) => url.search === address)
  }
})

test('only deleted ones in three keys, without the total of the list and without columns that are empty', async ({
  page,
}) => {
  await open(page, list)
  const total = page.getByRole('status').getByText(/^[\d,]+ customers$/)
  await expect(total).toBeVisible()
  for (const key of ['d', 'o', 'Enter']) {
    await page.keyboard.press(key)
    if (key === 'd') await expect(page.getByRole('menuitemradio', { name: 'Hidden' })).toBeFocused()
    if (key === 'o') await expect(page.getByRole('menuitemradio', { name: /^Only/ })).toBeFocused()
  }
  await expect(page).toHaveURL(/\?only=deleted$/)
  await expect(page.getByText(/deleted customers? found/)).toBeVisible()
  await expect(total).toHaveCount(0)
  await expect(page.getByText(/^1–25 of/)).toHaveCount(0)
  await expect(page.getByRole('columnheader')).toHaveText(['Name', 'Customer ID', 'Type', 'Created', 'Deleted'])
  await expectAccessible(page)
})

test('the card of a deleted customer shows its id on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${list}?search=${tombstone.customer_id}&include_deleted=true`)
  const card = page.getByRole('row').filter({ hasText: 'Deleted customer' })
  await expect(card.getByText(tombstone.customer_id, { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Deleted Included', exact: true })).toBeVisible()
  await expectAccessible(page)
})
